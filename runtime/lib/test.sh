# shellcheck shell=bash
# `./jumin test`: one PostgreSQL for the whole build, `mvn verify`, then the manifests.

TEST_PG=''

stop_test_postgres() {
  local pid=''
  [ -n "$TEST_PG" ] || return 0
  read -r pid <"$TEST_PG/pid" 2>/dev/null
  case "$(command_line "${pid:-0}") " in
    *" -D $TEST_PG/data "*)
      kill -s INT "$pid" 2>/dev/null
      for _ in 1 2 3 4 5 6 7 8 9 10; do
        kill -0 "$pid" 2>/dev/null || break
        sleep 0.5
      done
      ;;
  esac
  rm -rf "$TEST_PG"
  TEST_PG=''
}

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 10000))
    port_is_open $port || break
  done
  echo $port
}

# Forced to disk nothing: these data live as long as the build.
start_test_postgres() {
  local port tries=0
  port=$(free_port)
  find_postgres
  choose_postgres_user
  TEST_PG=$(mktemp -d "${TMPDIR:-/tmp}/jumin-test-pg.XXXXXX")
  trap stop_test_postgres EXIT
  trap 'exit 130' INT TERM
  JUMIN_TEST_PG_PASSWORD=$(random_word)
  make_cluster "$TEST_PG/data" "$JUMIN_TEST_PG_PASSWORD"
  if [ "${PG_AS[0]:-}" = setpriv ]; then chmod 755 "$TEST_PG"; fi
  # shellcheck disable=SC2016  # expanded by the inner shell
  bash -c 'echo $$ >"$0" && exec "$@"' "$TEST_PG/pid" ${PG_AS[@]+"${PG_AS[@]}"} "$PG_BIN/postgres" -D "$TEST_PG/data" -c port="$port" \
    -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c synchronous_commit=on -c max_connections=300 \
    -c shared_buffers=256MB -c log_timezone=Asia/Shanghai </dev/null >"$TEST_PG/log" 2>&1 8>&- 9>&- &
  until postgres_is_ready "$TEST_PG/data" "$(cat "$TEST_PG/pid" 2>/dev/null)"; do
    tries=$((tries + 1))
    [ $tries -lt 200 ] || {
      show_log_tail "$TEST_PG/log"
      die '测试用的数据库没有启动成功。' 'the test PostgreSQL did not start'
    }
    sleep 0.3
  done
  JUMIN_TEST_PG_URL=jdbc:postgresql://127.0.0.1:$port/
  export JUMIN_TEST_PG_URL JUMIN_TEST_PG_PASSWORD
}

# kubectl renders from 1.27 on the way our manifests are written.
has_kubectl() {
  local minor
  has kubectl || return 1
  minor=$(kubectl version --client 2>/dev/null | sed -n 's/^Client Version: v1\.\([0-9]*\).*/\1/p')
  [ "${minor:-0}" -ge 27 ]
}

render_manifests() {
  local folder
  [ -d "$ROOT/k8s" ] || return 0
  if ! has_kubectl; then
    say '未渲染 k8s 清单：本机没有 kubectl 1.27 或更高版本（清单内容已由测试检查）。'
    return 0
  fi
  for folder in "$ROOT"/k8s/base "$ROOT"/k8s/overlays/*; do
    [ -f "$folder/kustomization.yaml" ] || continue
    kubectl kustomize "$folder" >"$LOGS/$(basename "$folder").yaml" 2>"$LOGS/kustomize.log" || {
      show_log_tail "$LOGS/kustomize.log"
      die "k8s 清单无法渲染：${folder#"$ROOT"/}" 'kubectl kustomize failed'
    }
    say "k8s 清单可渲染：${folder#"$ROOT"/}（$(grep -c '^kind:' "$LOGS/$(basename "$folder").yaml") 个对象）"
  done
}

# The journey that kills services takes minutes of its own: `./jumin test --quick` leaves it out.
run_tests() {
  local hash began result
  local -a journeys=(-DskipITs=false)
  began=$(seconds_now)
  if [ "${1:-}" = --quick ]; then
    journeys=(-DskipITs)
    shift
  fi
  prepare
  find_maven
  need_font
  start_test_postgres
  outside_oidc || find_keycloak
  hash=$(source_hash)
  say "运行全部测试（JDK $(java_major "$JAVA_HOME")，mvn verify）……"
  (cd "$ROOT" && JUMIN_BUILD=no mvn -B -T 2 verify "${journeys[@]}" "$@" </dev/null)
  result=$?
  [ $result = 0 ] || die "测试未通过（用时 $(($(seconds_now) - began)) 秒）。原因见上面 [ERROR] 各行。" 'mvn verify failed'
  [ $# -gt 0 ] || write_build_stamp "$hash"
  render_manifests
  [ "${journeys[0]}" != -DskipITs ] || say '未运行“途中强制结束服务”的全程测试（./jumin test 不带 --quick 时运行）。'
  say "全部测试通过，用时 $(($(seconds_now) - began)) 秒。"
}
