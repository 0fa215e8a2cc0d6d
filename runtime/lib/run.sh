# shellcheck shell=bash
# up, down, status, logs, reset.

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
  printf '试一下：curl -H "Authorization: Bearer $(./jumin token clerk)" %s/api/enrollment/v1/…\n' "$(gateway_url)"
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
      stop_part "$part"
    done
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

health_of() {
  case $1 in
    postgresql) if own_postgres_is_ready; then echo UP; else echo STARTING; fi ;;
    keycloak) if keycloak_is_ready; then echo UP; else echo DOWN; fi ;;
    *) if service_is_ready "$1"; then echo UP; else echo DOWN; fi ;;
  esac
}

# Exit code 0 only when every part of this run is up.
status() {
  local part pid health memory result=0
  printf '%-13s %8s %6s %6s %-9s %8s %12s  %s\n' PART PID PORT MGMT HEALTH MEMORY UPTIME 名称
  for part in $(own_parts); do
    if pid=$(running_pid "$part"); then
      health=$(health_of "$part")
      if [ "$part" = postgresql ]; then memory=$(family_memory_mb "$pid"); else memory=$(memory_mb "$pid"); fi
      printf '%-13s %8s %6s %6s %-9s %5s MB %12s  %s\n' "$part" "$pid" "$(part_port "$part")" "$(dash "$(management_port "$part")")" \
        "$health" "$memory" "$(uptime_of "$pid")" "$(part_title "$part")"
      [ "$health" = UP ] || result=1
    else
      printf '%-13s %8s %6s %6s %-9s %8s %12s  %s\n' "$part" - "$(part_port "$part")" "$(dash "$(management_port "$part")")" STOPPED - - \
        "$(part_title "$part")"
      result=1
    fi
  done
  return $result
}

dash() { echo "${1:--}"; }

all_running() {
  local part
  for part in $(own_parts); do is_running "$part" || return 1; done
}

logs() {
  is_part "$1" || usage_error "没有“${1}”这个部分。可选：${PARTS}。"
  [ -f "$LOGS/$1.log" ] || die "还没有日志：$LOGS/$1.log" 'no log yet'
  shift_lines=${2:-200}
  case $shift_lines in
    -f) tail -n 50 -f "$LOGS/$1.log" ;;
    *[!0-9]*) usage_error '用法：./jumin logs 部分 [行数 | -f]' ;;
    *) tail -n "$shift_lines" "$LOGS/$1.log" ;;
  esac
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
