# shellcheck shell=bash
# Embedded PostgreSQL: the real server from Maven's registry, data kept in $JUMIN_HOME/pg, loopback only, passwords checked.

postgres_platform() {
  local machine system
  case $(uname -m) in
    x86_64 | amd64) machine=amd64 ;;
    aarch64 | arm64) machine=arm64v8 ;;
    *) die "这种处理器（$(uname -m)）没有内置的 PostgreSQL，请用 JUMIN_DB_URL_… 指向外部数据库。" 'no embedded PostgreSQL for this CPU' ;;
  esac
  case $(uname -s) in
    Linux) system=linux ;;
    Darwin) system=darwin ;;
    *) die "这种系统（$(uname -s)）没有内置的 PostgreSQL，请用 JUMIN_DB_URL_… 指向外部数据库。" 'no embedded PostgreSQL for this system' ;;
  esac
  if [ -f /etc/alpine-release ]; then machine=$machine-alpine; fi
  echo "$system-$machine"
}

# Sets PG_BIN; fetches and unpacks once per version.
find_postgres() {
  local platform folder work
  platform=$(postgres_platform) || exit 1
  folder=$JUMIN_CACHE/postgresql-$POSTGRES_VERSION-$platform
  PG_BIN=$folder/bin
  [ -x "$PG_BIN/postgres" ] && return 0
  need_folder "$JUMIN_CACHE" 500
  need tar tar
  need xz xz-utils
  say "下载 PostgreSQL ${POSTGRES_VERSION}（${platform}，一次即可）……"
  work=$(mktemp -d "$JUMIN_CACHE/postgresql.XXXXXX")
  fetch "io.zonky.test.postgres:embedded-postgres-binaries-$platform:$POSTGRES_VERSION" "$work/jar"
  { (cd "$work/jar" && "$JAVA_HOME/bin/jar" xf ./*.jar) && mkdir "$work/out" && tar -xJf "$work"/jar/*.txz -C "$work/out"; } \
    || die "PostgreSQL 解压失败（磁盘已满？）：$work" 'cannot unpack PostgreSQL'
  chmod 755 "$work/out"
  mv "$work/out" "$folder" 2>/dev/null
  rm -rf "$work"
  [ -x "$PG_BIN/postgres" ] || die "PostgreSQL 没有装好：$folder" 'PostgreSQL is not usable'
}

# PostgreSQL refuses to run as root, or as a number without a name. Such a caller enters a user namespace of its own (files stay the caller's); where that
# is forbidden (containers), root becomes nobody and keeps only the right to reach folders below root's home. Sets PG_AS.
choose_postgres_user() {
  PG_AS=()
  if [ "$(id -u)" != 0 ] && id -un >/dev/null 2>&1; then return 0; fi
  case ${JUMIN_PG_AS:-auto} in
    namespace | auto)
      if has unshare && [ "$(unshare -U id -u 2>/dev/null)" -gt 0 ] 2>/dev/null; then
        PG_AS=(unshare -U)
        return 0
      fi
      ;;
  esac
  { [ "$(id -u)" = 0 ] && has setpriv; } || die 'PostgreSQL 不能以 root 或无名用户的身份运行，而本机不允许用 unshare、setpriv 换身份。请换普通用户运行。' \
    'run as a normal user'
  PG_AS=(setpriv --reuid=65534 --regid=65534 --clear-groups)
  if setpriv --reuid=65534 --inh-caps=+dac_override --ambient-caps=+dac_override true 2>/dev/null; then
    PG_AS+=(--inh-caps=+dac_override --ambient-caps=+dac_override)
  fi
}

give_to_postgres() {
  local owner=0
  [ "$(id -u)" = 0 ] || return 0
  if [ "${PG_AS[0]:-}" = setpriv ]; then owner=65534; fi
  [ -n "$(find "$1" -maxdepth 0 -uid $owner)" ] || chown -R $owner:$owner "$1"
}

# make_cluster FOLDER PASSWORD: a new cluster, whole or not at all.
make_cluster() {
  local folder=$1 log=$LOGS/initdb.log
  rm -rf "$folder.new"
  mkdir -p "$folder.new"
  chmod 700 "$folder.new"
  (umask 077 && printf '%s\n' "$2" >"$folder.password")
  give_to_postgres "$folder.new"
  give_to_postgres "$folder.password"
  LC_ALL=C ${PG_AS[@]+"${PG_AS[@]}"} "$PG_BIN/initdb" -D "$folder.new" -U postgres --pwfile="$folder.password" --auth=scram-sha-256 \
    --encoding=UTF8 --locale=C --locale-provider=builtin --builtin-locale=C.UTF-8 </dev/null >"$log" 2>&1
  local result=$?
  rm -f "$folder.password"
  if [ $result != 0 ]; then
    show_log_tail "$log"
    rm -rf "$folder.new"
    die '数据库初始化失败。' 'initdb failed'
  fi
  mv "$folder.new" "$folder" || die "无法写入 ${folder}。" "cannot write $folder"
}

# After a crash postmaster.pid remains. PostgreSQL itself clears it unless its pid now belongs to another program: then we do,
# once no process works in the data folder any more.
clear_stale_postmaster() {
  local pid='' tries=0
  [ -f "$PGDATA_DIR/postmaster.pid" ] || return 0
  while [ $tries -lt 50 ] && works_in_data_folder; do
    sleep 0.2
    tries=$((tries + 1))
  done
  works_in_data_folder && die "数据文件夹 $PGDATA_DIR 正被另一个 PostgreSQL 使用，请先停止它。" 'the data folder is in use'
  read -r pid <"$PGDATA_DIR/postmaster.pid"
  case $pid in '' | *[!0-9]*) return 0 ;; esac
  if kill -0 "$pid" 2>/dev/null; then rm -f "$PGDATA_DIR/postmaster.pid"; fi
}

works_in_data_folder() {
  local cwd
  for cwd in /proc/[0-9]*/cwd; do
    if [ "$(readlink "$cwd" 2>/dev/null)" = "$PGDATA_DIR" ]; then return 0; fi
  done
  return 1
}

# postgres_is_ready FOLDER PID: the state file may be left from a killed server, so its pid must be this one.
postgres_is_ready() { [ -f "$1/postmaster.pid" ] && [ "$(sed -n '1p;8p' "$1/postmaster.pid" | tr -d ' \n')" = "${2}ready" ]; }

own_postgres_is_ready() {
  local pid
  pid=$(running_pid postgresql) && postgres_is_ready "$PGDATA_DIR" "$pid"
}

start_postgres() {
  if is_running postgresql; then return 0; fi
  if [ ! -d "$PGDATA_DIR" ]; then
    say '建立数据库文件夹……'
    make_cluster "$PGDATA_DIR" "$JUMIN_PG_PASSWORD"
  fi
  clear_stale_postmaster
  give_to_postgres "$PGDATA_DIR"
  say '启动数据库 PostgreSQL……'
  launch postgresql ${PG_AS[@]+"${PG_AS[@]}"} "$PG_BIN/postgres" -D "$PGDATA_DIR" -c "port=$(part_port postgresql)" -c listen_addresses=127.0.0.1 \
    -c unix_socket_directories= -c fsync=on -c synchronous_commit=on -c max_connections=200 -c shared_buffers=256MB -c max_wal_size=2GB \
    -c log_timezone=Asia/Shanghai -c password_encryption=scram-sha-256
  wait_until postgresql 120 own_postgres_is_ready
}
