export interface ClickhouseAccess {
  username: string
  password: string
  readerUsername: string
  readerPassword: string
}

export const factDatabase = 'kesheng'

/** Server settings of the embedded engine: loopback only, no TCP port. */
export function serverConfig(options: { port: number; usersFile: string }): string {
  return `<clickhouse>
  <listen_host>127.0.0.1</listen_host>
  <http_port>${options.port}</http_port>
  <users_config>${options.usersFile}</users_config>
  <max_server_memory_usage_to_ram_ratio>0.6</max_server_memory_usage_to_ram_ratio>
  <mark_cache_size>268435456</mark_cache_size>
  <background_pool_size>4</background_pool_size>
</clickhouse>
`
}

/**
 * Who may do what. The engine runs its own command as \`default\`, which must stay without a password and reachable
 * on loopback, so it may do nothing but that. The application may do everything in its database and nothing outside
 * (without grants any user could read files of the machine through table functions). Reports run as the reader.
 */
export function usersConfig(access: ClickhouseAccess, databases: string): string {
  return `<clickhouse>
  <profiles>
    <default/>
    <reader>
      <readonly>2</readonly>
      <cancel_http_readonly_queries_on_client_close>1</cancel_http_readonly_queries_on_client_close>
    </reader>
  </profiles>
  <quotas><default/></quotas>
  <users>
${user('default', '', 'default', ['SYSTEM LISTEN ON *.*', 'SELECT ON system.numbers'])}
${user(access.username, access.password, 'default', [`ALL ON ${databases}.*`, 'TABLE ENGINE ON *'])}
${user(access.readerUsername, access.readerPassword, 'reader', [`SELECT ON ${databases}.*`])}
  </users>
</clickhouse>
`
}

function user(name: string, password: string, profile: string, grants: readonly string[]): string {
  return `    <${name}>
      <password>${password}</password>
      <networks><ip>127.0.0.1</ip></networks>
      <profile>${profile}</profile>
      <quota>default</quota>
      <grants>${grants.map((grant) => `<query>GRANT ${grant}</query>`).join('')}</grants>
    </${name}>`
}
