# shellcheck shell=bash
# up, down, reset.

prepare() {
  find_jdk
  use_utf8
  need curl curl
  if [ -d "$PGDATA_DIR" ]; then need_folder "$JUMIN_HOME" 300; else need_folder "$JUMIN_HOME" 2000; fi
  chmod 700 "$JUMIN_HOME"
  mkdir -p "$RUN" "$LOGS"
}

# What `up` is to start: everything, or the parts named (with the servers below them).
choose_parts() {
  local part
  WANTED=$(own_parts | tr '\n' ' ')
  [ $# -gt 0 ] || return 0
  for part in "$@"; do is_part "$part" || usage_error "没有“${part}”这个部分。可选：${PARTS}。"; done
  case " $* " in
    *' gateway '* | *' enrollment '* | *' contribution '* | *' claims '*) WANTED=" postgresql keycloak $* " ;;
    *' keycloak '*) WANTED=' postgresql keycloak ' ;;
    *) WANTED=' postgresql ' ;;
  esac
}

wants() {
  is_own_part "$1" || return 1
  case " $WANTED " in *" $1 "*) return 0 ;; *) return 1 ;; esac
}

check_ports() {
  local part management
  for part in $WANTED; do
    wants "$part" || continue
    is_running "$part" && continue
    need_free_port "$part" "$(part_port "$part")"
    management=$(management_port "$part")
    [ -z "$management" ] || need_free_port "$part" "$management"
  done
}

wants_service() {
  local part
  for part in $SERVICES gateway; do
    if wants "$part"; then return 0; fi
  done
  return 1
}

up() {
  local began
  began=$(seconds_now)
  choose_parts "$@"
  prepare
  take_lock 9 "$JUMIN_HOME/lock" '启动或停止同一套服务'
  make_secrets
  read_secrets
  check_ports
  if wants_service; then
    need_font
    build
  fi
  if ! outside_oidc; then find_keycloak; fi
  if wants postgresql; then
    find_postgres
    choose_postgres_user
    start_postgres
    provision_postgres
  fi
  if wants keycloak; then start_keycloak; fi
  if wants_service; then start_services; fi
  drop_lock 9
  say "就绪，用时 $(($(seconds_now) - began)) 秒。"
}

print_addresses() {
  say ''
  say "网关（唯一入口）  $(gateway_url)"
  say "登录服务          $(oidc_url)"
  say ''
  say "演示登录（密码都是 ${JUMIN_DEMO_PASSWORD}）："
  print_logins login
  say '机器客户端（密钥在 secrets.env）：'
  print_logins client
  say ''
  say "数据与日志：$JUMIN_HOME"
  # shellcheck disable=SC2016  # an example to type
  printf '试一下：curl -H "Authorization: Bearer $(./jumin token clerk)" %s/api/enrollment/v1/households\n' "$(gateway_url)"
}

reversed_parts() { for part in $PARTS; do echo "$part"; done | sed -n '1!G;h;$p'; }

# down [PART…]: everything in reverse order, or the parts named.
# shellcheck disable=SC2120  # called from the script itself
down() {
  local part
  [ -d "$RUN" ] || {
    say '没有在运行。'
    return 0
  }
  take_lock 9 "$JUMIN_HOME/lock" '启动或停止同一套服务'
  if [ $# -gt 0 ]; then
    for part in "$@"; do
      is_part "$part" || usage_error "没有“${part}”这个部分。可选：${PARTS}。"
    done
    for part in "$@"; do stop_part "$part" & done
    wait
    drop_lock 9
    return 0
  fi
  stop_part gateway
  for part in $SERVICES; do stop_part "$part" & done
  wait
  stop_part keycloak
  stop_part postgresql
  drop_lock 9
  say "全部已停止。数据保留在 $JUMIN_HOME"
}

# Removes only what a run made.
# shellcheck disable=SC2119  # everything is stopped
reset() {
  local answer=''
  [ -d "$JUMIN_HOME" ] || {
    say "没有可清空的数据（$JUMIN_HOME 不存在）。"
    return 0
  }
  if [ "${1:-}" != --yes ]; then
    [ -t 0 ] || die '这会删除全部本地数据。没有终端可以确认时，请用 ./jumin reset --yes。' 'reset needs --yes without a terminal'
    printf '将停止服务并删除 %s 中的数据库、密码和日志，无法恢复。输入 yes 继续：' "$JUMIN_HOME"
    read -r answer
    [ "$answer" = yes ] || {
      say '已取消，什么都没有删除。'
      return 1
    }
  fi
  down
  rm -rf "$PGDATA_DIR" "$PGDATA_DIR.new" "$JUMIN_HOME/keycloak" "$JUMIN_HOME/app" "$RUN" "$LOGS" "$SECRETS" "$JUMIN_HOME/lock" \
    || die "无法删除 $JUMIN_HOME 中的文件。" 'cannot delete'
  rmdir "$JUMIN_HOME" 2>/dev/null
  say '已清空。'
}
