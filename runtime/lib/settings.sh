# shellcheck shell=bash
# shellcheck disable=SC2034  # read by the other parts
# Where things are: ports, folders, the parts of a local run. JUMIN_PORT_OFFSET and JUMIN_HOME make a second, separate run.

POSTGRES_VERSION=18.6.0
KEYCLOAK_VERSION=26.7.3
SERVICES='enrollment contribution claims'
PARTS="postgresql keycloak $SERVICES gateway"

OFFSET=${JUMIN_PORT_OFFSET:-0}
case $OFFSET in
  '' | *[!0-9]*) usage_error "JUMIN_PORT_OFFSET 必须是非负整数，现在是“${OFFSET}”。" ;;
esac
[ "$OFFSET" -le 11000 ] || usage_error "JUMIN_PORT_OFFSET 最大 11000，现在是 ${OFFSET}。"

JUMIN_HOME=${JUMIN_HOME:-$ROOT/.jumin}
JUMIN_CACHE=${JUMIN_CACHE:-${HOME:-/tmp}/.cache/jumin}
case $JUMIN_HOME in /*) ;; *) JUMIN_HOME=$PWD/$JUMIN_HOME ;; esac
case $JUMIN_CACHE in /*) ;; *) JUMIN_CACHE=$PWD/$JUMIN_CACHE ;; esac
export JUMIN_HOME JUMIN_CACHE
RUN=$JUMIN_HOME/run
LOGS=$JUMIN_HOME/logs
PGDATA_DIR=$JUMIN_HOME/pg
SECRETS=$JUMIN_HOME/secrets.env
BUILD_STAMP=$ROOT/target/jumin-build.sha256
LAW_STAMP=$ROOT/target/jumin-law.sha256

part_port() {
  case $1 in
    postgresql) echo $((54329 + OFFSET)) ;;
    keycloak) echo $((8180 + OFFSET)) ;;
    gateway) echo $((8080 + OFFSET)) ;;
    enrollment) echo $((8081 + OFFSET)) ;;
    contribution) echo $((8082 + OFFSET)) ;;
    claims) echo $((8083 + OFFSET)) ;;
  esac
}

# Health and metrics; PostgreSQL has none, Keycloak answers on its own port.
management_port() {
  case $1 in
    postgresql | keycloak) ;;
    *) echo $(($(part_port "$1") + 1000)) ;;
  esac
}

part_title() {
  case $1 in
    postgresql) echo '数据库 PostgreSQL' ;;
    keycloak) echo '登录服务 Keycloak' ;;
    enrollment) echo '参保登记服务' ;;
    contribution) echo '征缴与待遇期服务' ;;
    claims) echo '待遇结算服务' ;;
    gateway) echo '网关' ;;
  esac
}

part_module() {
  case $1 in
    gateway) echo gateway ;;
    *) echo "$1-service" ;;
  esac
}

is_part() { case " $PARTS " in *" $1 "*) return 0 ;; *) return 1 ;; esac; }

upper() { printf '%s' "$1" | tr 'a-z-' 'A-Z_'; }

# value NAME: the value of the variable called NAME, or nothing.
value() { eval "printf '%s' \"\${$1:-}\""; }

gateway_url() { echo "http://127.0.0.1:$(part_port gateway)"; }

oidc_url() { echo "${JUMIN_OIDC_URL:-http://127.0.0.1:$(part_port keycloak)/realms/jumin}"; }

outside_database() { [ -n "$(value "JUMIN_DB_URL_$(upper "$1")")" ]; }

outside_oidc() { [ -n "${JUMIN_OIDC_URL:-}" ]; }

# The parts this run starts itself, in order of start.
own_parts() {
  local service embedded=no
  for service in $SERVICES; do outside_database "$service" || embedded=yes; done
  outside_oidc || embedded=yes
  if [ $embedded = yes ]; then echo postgresql; fi
  outside_oidc || echo keycloak
  own_services
}

is_own_part() { case " $(own_parts | tr '\n' ' ')" in *" $1 "*) return 0 ;; *) return 1 ;; esac; }

# The services whose room exists in this tree, and the gateway.
own_services() {
  local service
  for service in $SERVICES gateway; do
    if [ -f "$ROOT/$(part_module "$service")/pom.xml" ]; then echo "$service"; fi
  done
}
