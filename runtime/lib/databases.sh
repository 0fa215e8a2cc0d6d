# shellcheck shell=bash
# Roles and databases inside the embedded PostgreSQL: per service an owner (migrations) and a login bound by row-level security.

# The statements that make roles and databases; each may be run again.
provision_sql() {
  local name secret
  for name in $SERVICES; do
    secret=$(upper "$name")
    role_sql "${name}_owner" "$(value "JUMIN_DB_OWNER_PASSWORD_$secret")"
    role_sql "${name}_app" "$(value "JUMIN_DB_PASSWORD_$secret")"
    database_sql "$name" "${name}_owner" "${name}_app"
  done
  outside_oidc && return 0
  role_sql keycloak_owner "$(value JUMIN_DB_PASSWORD_KEYCLOAK)"
  database_sql "$(keycloak_database)" keycloak_owner keycloak_owner
}

role_sql() {
  echo "CREATE ROLE $1"
  echo "ALTER ROLE $1 LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD '$2'"
}

database_sql() {
  echo "CREATE DATABASE $1 OWNER $2"
  echo "REVOKE ALL ON DATABASE $1 FROM PUBLIC"
  echo "GRANT CONNECT ON DATABASE $1 TO $3"
}

# Roles and databases, when they differ from the last time.
provision_postgres() {
  local sql stamp driver
  sql=$(provision_sql)
  stamp=$(printf '%s' "$sql" | sha256_text)
  if [ "$(cat "$PGDATA_DIR/jumin.provisioned" 2>/dev/null)" = "$stamp" ]; then return 0; fi
  driver=$(find_driver)
  [ -n "$driver" ] || die '没有找到 PostgreSQL 的 JDBC 驱动（应在 Keycloak 或服务的 lib 里）。' 'no JDBC driver'
  printf '%s\n' "$sql" | JUMIN_SQL_URL="jdbc:postgresql://127.0.0.1:$(part_port postgresql)/postgres" JUMIN_SQL_PASSWORD=$JUMIN_PG_PASSWORD \
    "$JAVA" -cp "$driver" "$ROOT/runtime/postgres/Sql.java" >>"$LOGS/provision.log" 2>&1 || {
    show_log_tail "$LOGS/provision.log"
    die '建立数据库和角色失败。' 'provisioning failed'
  }
  printf '%s\n' "$stamp" >"$PGDATA_DIR/jumin.provisioned"
}

find_driver() {
  find "${KEYCLOAK_DIST:-/nonexistent}/lib/lib/main" "$ROOT"/*/target/quarkus-app/lib/main -name 'org.postgresql.postgresql-*.jar' 2>/dev/null | head -n 1
}
