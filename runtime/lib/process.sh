# shellcheck shell=bash
# Background processes of a run: start, recognise, wait, stop. A pid alone is never trusted: the command line must carry our mark.

# Text that stands in the command line of a part of this run and of no other process.
part_mark() {
  case $1 in
    postgresql) echo "-D $PGDATA_DIR -c" ;;
    *) echo "-Djumin.run=$JUMIN_HOME#$1" ;;
  esac
}

command_line() {
  if [ -r "/proc/$1/cmdline" ]; then tr '\0' ' ' <"/proc/$1/cmdline"; else ps -ww -o args= -p "$1" 2>/dev/null; fi
}

is_our_process() {
  [ -n "$2" ] || return 1
  case "$(command_line "$2") " in *"$(part_mark "$1") "*) return 0 ;; *) return 1 ;; esac
}

# The pid of a running part; nothing and 1 when it does not run (stale files and reused pids included).
running_pid() {
  local pid=''
  [ -r "$RUN/$1.pid" ] || return 1
  read -r pid <"$RUN/$1.pid" 2>/dev/null
  case $pid in '' | *[!0-9]*) return 1 ;; esac
  is_our_process "$1" "$pid" || return 1
  echo "$pid"
}

is_running() { running_pid "$1" >/dev/null; }

# launch PART COMMAND…: detached, own session, pid file written before the program starts, no lock inherited.
launch() {
  local part=$1 log=$LOGS/$1.log detach=nohup
  shift
  if has setsid; then detach=setsid; fi
  if [ -f "$log" ] && [ "$(wc -c <"$log")" -gt 20000000 ]; then mv -f "$log" "$log.1"; fi
  # shellcheck disable=SC2016  # expanded by the inner shell
  $detach bash -c 'echo $$ >"$0" && exec "$@"' "$RUN/$part.pid" "$@" </dev/null >>"$log" 2>&1 8>&- 9>&- &
  disown
}

# wait_until PART SECONDS CHECK…: until CHECK holds; a process that died is reported with its log.
wait_until() {
  local part=$1 limit=$2 began pid
  shift 2
  began=$(seconds_now)
  sleep 0.2
  until "$@"; do
    if ! pid=$(running_pid "$part") && [ $(($(seconds_now) - began)) -ge 2 ]; then
      show_log_tail "$LOGS/$part.log"
      die "$(part_title "$part")没有启动成功。" "$part exited while starting; log: $LOGS/$part.log"
    fi
    if [ $(($(seconds_now) - began)) -ge "$limit" ]; then
      show_log_tail "$LOGS/$part.log"
      die "$(part_title "$part")在 $limit 秒内没有就绪（进程 ${pid:-无}）。" "$part not ready in time; log: $LOGS/$part.log"
    fi
    sleep 0.3
  done
}

# stop_part PART: asks, waits 40 seconds, then ends it.
stop_part() {
  local part=$1 pid signal=TERM tries=0
  pid=$(running_pid "$part") || {
    rm -f "$RUN/$part.pid"
    return 0
  }
  if [ "$part" = postgresql ]; then signal=INT; fi
  kill -s $signal "$pid" 2>/dev/null
  while is_our_process "$part" "$pid" && [ $tries -lt 200 ]; do
    sleep 0.2
    tries=$((tries + 1))
  done
  if is_our_process "$part" "$pid"; then
    warn "$(part_title "$part")没有在 40 秒内停止，强制结束（进程 ${pid}）。"
    kill -s KILL "$pid" 2>/dev/null
    sleep 0.5
  fi
  rm -f "$RUN/$part.pid"
  say "已停止：$(part_title "$part")"
}

port_is_open() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# Who listens on a port, as far as this user may know.
port_owner() {
  local found=''
  if has ss; then
    found=$(ss -H -ltnp "sport = :$1" 2>/dev/null | sed -n 's/.*users:(("\([^"]*\)",pid=\([0-9]*\).*/\1，进程号 \2/p' | head -n 1)
  elif has lsof; then
    found=$(lsof -nP -iTCP:"$1" -sTCP:LISTEN -Fpc 2>/dev/null | tr '\n' ' ' | sed -n 's/^p\([0-9]*\) c\([^ ]*\).*/\2，进程号 \1/p')
  fi
  echo "${found:-程序未知}"
}

need_free_port() {
  port_is_open "$2" || return 0
  die "端口 ${2}（$(part_title "$1")）已被占用：$(port_owner "$2")。请停止该程序，或设置 JUMIN_PORT_OFFSET（例如 20）换一组端口。" \
    "port $2 is taken"
}

memory_mb() {
  local kb=''
  if [ -r "/proc/$1/status" ]; then
    kb=$(awk '/^VmRSS:/ { print $2 }' "/proc/$1/status")
  else
    kb=$(ps -o rss= -p "$1" 2>/dev/null)
  fi
  [ -z "$kb" ] || echo $((kb / 1024))
}

# PostgreSQL is a family of processes that share memory: the sum of their proportional shares.
family_memory_mb() {
  local total=0 kb pid
  [ -r "/proc/$1/smaps_rollup" ] || {
    memory_mb "$1"
    return
  }
  for pid in "$1" $(ps -o pid= --ppid "$1" 2>/dev/null); do
    kb=$(awk '/^Pss:/ { print $2 }' "/proc/$pid/smaps_rollup" 2>/dev/null)
    total=$((total + ${kb:-0}))
  done
  echo $((total / 1024))
}

uptime_of() { ps -o etime= -p "$1" 2>/dev/null | tr -d ' '; }

# take_lock DESCRIPTOR FILE WHAT: one at a time; the lock falls with the process that holds it.
take_lock() {
  has flock || return 0
  eval "exec $1>\"\$2\"" || die "无法写入 ${2}。" "cannot write $2"
  flock -n "$1" && return 0
  say "另一个 ./jumin 正在${3}，等待它完成……"
  flock -w 900 "$1" || die "等待 15 分钟后，另一个 ./jumin 仍在${3}。" "lock $2 is held"
}

drop_lock() { eval "exec $1>&-"; }
