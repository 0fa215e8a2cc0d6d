# shellcheck shell=bash
# `./jumin token WHO`: a bearer token for curl, for a role, a demo login or a machine client.

LOGINS=$ROOT/runtime/logins.tsv

# The first line of the table whose role, login or Chinese name is WHO: "kind<TAB>name".
find_login() { awk -F '\t' -v who="$1" '$3 == who || $1 == who || $4 == who { print $2 "\t" $3; exit }' "$LOGINS"; }

print_logins() {
  awk -F '\t' -v kind="$1" '$2 == kind { printf "  %-22s %-17s %s，%s\n", $3, $1, $4, $5 }' "$LOGINS"
}

token() {
  local found kind name form answer
  found=$(find_login "$1")
  [ -n "$found" ] || {
    printf '错误：没有角色、登录名或客户端“%s”。可用的有：\n' "$1" >&2
    { print_logins login && print_logins client; } >&2
    exit 2
  }
  kind=${found%%	*}
  name=${found#*	}
  read_secrets
  if [ "$kind" = login ]; then
    form="grant_type=password&client_id=jumin-cli&client_secret=$JUMIN_OIDC_CLIENT_SECRET_CLI&username=$name&password=$JUMIN_DEMO_PASSWORD"
  else
    form="grant_type=client_credentials&client_id=$name&client_secret=$(client_secret "$name")"
  fi
  ask_token
  # Two logins of one account at the same moment look like an attack to the login service, which refuses the later one.
  case $answer in
    *'"invalid_grant"'*) sleep 1 && ask_token ;;
  esac
  case $answer in
    *'"access_token":"'*) printf '%s\n' "$answer" | sed 's/.*"access_token":"\([^"]*\)".*/\1/' ;;
    *) die "登录服务拒绝了“${name}”。" "$answer" ;;
  esac
}

# The token endpoint's answer to $form, in $answer.
ask_token() {
  answer=$(printf '%s' "$form" | curl -sS --noproxy 127.0.0.1 --max-time 20 --data @- "$(oidc_url)/protocol/openid-connect/token" 2>&1) \
    || die "登录服务没有回答（$(oidc_url)）。它在运行吗？查看：./jumin status" "$answer"
}

client_secret() {
  case $1 in
    *-service) value "JUMIN_OIDC_CLIENT_SECRET_$(upper "${1%-service}")" ;;
    *) value "JUMIN_OIDC_CLIENT_SECRET_$(upper "$1")" ;;
  esac
}
