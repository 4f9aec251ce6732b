import { ConfigProvider, theme } from 'antd'
import english from 'antd/locale/en_US'
import chinese from 'antd/locale/zh_CN'
import type { ReactNode } from 'react'
import type { Palette } from '#components/tokens.ts'
import { useLanguage } from '#i18n/language.ts'
import { usePalette, useThemeName } from '#lib/theme/theme.ts'

/** antd tokens of a palette: its defaults miss AA for placeholders, links, tags and selected items. */
function tokensOf(palette: Palette) {
  return {
    colorPrimary: palette.accent,
    colorLink: palette.accent,
    colorLinkHover: palette.accentHover,
    colorInfo: palette.accent,
    colorSuccess: palette.positive,
    colorError: palette.negative,
    colorWarning: palette.warning,
    colorText: palette.text,
    colorTextSecondary: palette.textMuted,
    colorTextTertiary: palette.textMuted,
    colorTextDescription: palette.textMuted,
    colorTextPlaceholder: palette.textMuted,
    colorTextHeading: palette.text,
    colorTextLightSolid: palette.onAccent,
    colorBgBase: palette.surface,
    colorBgContainer: palette.surface,
    colorBgElevated: palette.raised,
    colorBgLayout: palette.background,
    colorBorder: palette.borderStrong,
    colorBorderSecondary: palette.border,
    controlItemBgActive: palette.selected,
    controlItemBgHover: palette.hover,
    borderRadius: 8,
    fontFamily: 'inherit',
  }
}

/** Gives antd components the product's colours, language and font. */
export function UiProvider({ children }: { children: ReactNode }) {
  const palette = usePalette()
  const dark = useThemeName() === 'dark'
  const language = useLanguage()
  return (
    <ConfigProvider
      locale={language === 'zh' ? chinese : english}
      theme={{
        algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
        token: tokensOf(palette),
        components: {
          Button: { primaryColor: palette.onAccent, primaryShadow: 'none', defaultShadow: 'none' },
          Table: { headerBg: palette.surface, headerColor: palette.textMuted, rowHoverBg: palette.hover },
          Select: { optionSelectedColor: palette.text, optionSelectedBg: palette.selected },
        },
      }}
    >
      {children}
    </ConfigProvider>
  )
}
