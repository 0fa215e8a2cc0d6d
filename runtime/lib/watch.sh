# shellcheck shell=bash
# status, logs.

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

logs() {
  is_part "$1" || usage_error "没有“${1}”这个部分。可选：${PARTS}。"
  [ -f "$LOGS/$1.log" ] || die "还没有日志：$LOGS/$1.log" 'no log yet'
  local lines=${2:-200}
  case $lines in
    -f) tail -n 50 -f "$LOGS/$1.log" ;;
    *[!0-9]*) usage_error '用法：./jumin logs 部分 [行数 | -f]' ;;
    *) tail -n "$lines" "$LOGS/$1.log" ;;
  esac
}
