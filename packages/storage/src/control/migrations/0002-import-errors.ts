/** Why an import failed, in both languages. */
export const importErrors = `
ALTER TABLE imports ALTER COLUMN error TYPE jsonb 
  USING CASE WHEN error IS NOT NULL THEN jsonb_build_object('zh', error, 'en', error) END;
`
