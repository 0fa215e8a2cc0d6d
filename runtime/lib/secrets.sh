# shellcheck shell=bash
# shellcheck disable=SC2034  # names are computed
# Passwords and keys of a run: random, made once, kept in $JUMIN_HOME/secrets.env (mode 600). Values given in the environment win.

SECRET_WORDS='JUMIN_PG_PASSWORD JUMIN_DB_PASSWORD_KEYCLOAK
  JUMIN_DB_OWNER_PASSWORD_ENROLLMENT JUMIN_DB_PASSWORD_ENROLLMENT
  JUMIN_DB_OWNER_PASSWORD_CONTRIBUTION JUMIN_DB_PASSWORD_CONTRIBUTION
  JUMIN_DB_OWNER_PASSWORD_CLAIMS JUMIN_DB_PASSWORD_CLAIMS
  JUMIN_OIDC_CLIENT_SECRET_ENROLLMENT JUMIN_OIDC_CLIENT_SECRET_CONTRIBUTION JUMIN_OIDC_CLIENT_SECRET_CLAIMS
  JUMIN_OIDC_CLIENT_SECRET_TAX_BUREAU JUMIN_OIDC_CLIENT_SECRET_HOSPITAL_TERTIARY JUMIN_OIDC_CLIENT_SECRET_CIVIL_AFFAIRS
  JUMIN_OIDC_CLIENT_SECRET_CLI JUMIN_KEYCLOAK_ADMIN_PASSWORD'
SECRET_KEYS='JUMIN_PII_KEY JUMIN_PII_INDEX_KEY'

random_word() { head -c 24 /dev/urandom | base64 | tr -d '\n' | tr '+/' 'ab'; }

random_key() { head -c 32 /dev/urandom | base64 | tr -d '\n'; }

# Something a person can type.
random_login_password() { printf 'Jumin-%s' "$(LC_ALL=C tr -dc 'abcdefghjkmnpqrstuvwxyz23456789' </dev/urandom 2>/dev/null | head -c 8)"; }

has_secret() { [ -f "$SECRETS" ] && grep -q "^$1=" "$SECRETS"; }

# Writes what is missing; never changes what is there.
make_secrets() {
  local name new=''
  if [ ! -f "$SECRETS" ] && [ -d "$PGDATA_DIR" ]; then
    die "$SECRETS 丢失，但数据库 $PGDATA_DIR 还在：没有其中的密码和密钥，数据无法读取。请恢复该文件，或用 ./jumin reset 清空重来。" \
      'secrets.env is gone while the database is there'
  fi
  for name in $SECRET_WORDS; do has_secret "$name" || new="$new$name=$(random_word)
"; done
  for name in $SECRET_KEYS; do has_secret "$name" || new="$new$name=$(random_key)
"; done
  has_secret JUMIN_DEMO_PASSWORD || new="${new}JUMIN_DEMO_PASSWORD=$(random_login_password)
"
  if [ -n "$new" ]; then
    (
      umask 077
      { if [ -f "$SECRETS" ]; then cat "$SECRETS"; fi && printf '%s' "$new"; } >"$SECRETS.new" && mv -f "$SECRETS.new" "$SECRETS"
    ) || die "无法写入 ${SECRETS}（磁盘已满或只读）。" "cannot write $SECRETS"
  fi
}

# Into shell variables, not into the environment: each part is given only what it needs.
read_secrets() {
  local name word
  [ -r "$SECRETS" ] || die '还没有运行过：请先 ./jumin up。' "no $SECRETS"
  while IFS='=' read -r name word; do
    case $name in *[!A-Z0-9_]*) continue ;; JUMIN_*) ;; *) continue ;; esac
    if [ -z "$(value "$name")" ]; then eval "$name=\$word"; fi
  done <"$SECRETS"
}
