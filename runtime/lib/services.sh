# shellcheck shell=bash
# The three services and the gateway: their environment, start and readiness.

service_environment() {
  local part=$1 name
  name=$(upper "$part")
  export JUMIN_HTTP_HOST=127.0.0.1 JUMIN_OIDC_URL JUMIN_HTTP_PORT JUMIN_MANAGEMENT_PORT
  JUMIN_HTTP_PORT=$(part_port "$part")
  JUMIN_MANAGEMENT_PORT=$(management_port "$part")
  JUMIN_OIDC_URL=$(oidc_url)
  export "JUMIN_ENROLLMENT_URL=http://127.0.0.1:$(part_port enrollment)"
  export "JUMIN_CONTRIBUTION_URL=http://127.0.0.1:$(part_port contribution)"
  export "JUMIN_CLAIMS_URL=http://127.0.0.1:$(part_port claims)"
  [ "$part" = gateway ] && return 0
  export "JUMIN_DB_URL=$(value_or "JUMIN_DB_URL_$name" "jdbc:postgresql://127.0.0.1:$(part_port postgresql)/$part")"
  export "JUMIN_DB_USER=$(value_or "JUMIN_DB_USER_$name" "${part}_app")"
  export "JUMIN_DB_PASSWORD=$(value "JUMIN_DB_PASSWORD_$name")"
  export "JUMIN_DB_OWNER=$(value_or "JUMIN_DB_OWNER_$name" "${part}_owner")"
  export "JUMIN_DB_OWNER_PASSWORD=$(value "JUMIN_DB_OWNER_PASSWORD_$name")"
  export "JUMIN_OIDC_CLIENT_ID=$part-service"
  export "JUMIN_OIDC_CLIENT_SECRET=$(value "JUMIN_OIDC_CLIENT_SECRET_$name")"
  export JUMIN_PII_KEY JUMIN_PII_INDEX_KEY
  export "JUMIN_CLOCK_MOVABLE=${JUMIN_CLOCK_MOVABLE:-true}" "JUMIN_LAW_PLACEHOLDERS=${JUMIN_LAW_PLACEHOLDERS:-true}"
}

value_or() {
  local found
  found=$(value "$1")
  printf '%s' "${found:-$2}"
}

# A run keeps its own (hard-linked) copy of each program, so that a later build never pulls the jars from under it.
take_program() {
  local copy=$JUMIN_HOME/app/$1
  rm -rf "$copy" "$copy.new"
  mkdir -p "$JUMIN_HOME/app"
  cp -al "$(program_of "$1")" "$copy.new" 2>/dev/null || {
    rm -rf "$copy.new"
    cp -R "$(program_of "$1")" "$copy.new"
  } || die "无法写入 ${copy}（磁盘已满？）。" "cannot copy the program of $1"
  mv "$copy.new" "$copy" && cp "$BUILD_STAMP" "$copy/jumin-build.sha256" 2>/dev/null
  return 0
}

# True when the running part was started from another build than the present one.
is_outdated() { [ "${JUMIN_BUILD:-}" != no ] && ! cmp -s "$BUILD_STAMP" "$JUMIN_HOME/app/$1/jumin-build.sha256"; }

# The archive of loaded classes is written when a service is stopped in good order, and shortens its next starts. The quick
# compiler alone halves the processor time of a start (17 to 9 s); for a load test, JUMIN_JAVA_OPTIONS=-XX:TieredStopAtLevel=4.
launch_service() {
  take_program "$1"
  (
    service_environment "$1"
    # shellcheck disable=SC2086  # several options in one variable
    launch "$1" "$JAVA" "-Djumin.run=$JUMIN_HOME#$1" -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+ExitOnOutOfMemoryError \
      -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=$JUMIN_HOME/app/$1.jsa" -Xlog:cds=off -Xlog:cds+dynamic=off ${JUMIN_JAVA_OPTIONS:-} \
      -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -jar "$JUMIN_HOME/app/$1/quarkus-run.jar"
  )
}

service_is_ready() { answers "http://127.0.0.1:$(management_port "$1")/q/health/ready"; }

start_services() {
  local part waiting=''
  for part in $SERVICES gateway; do
    wants "$part" || continue
    if is_running "$part" && is_outdated "$part"; then
      say "程序有改动，重新启动：$(part_title "$part")"
      stop_part "$part" >/dev/null
    fi
    is_running "$part" || waiting="$waiting $part"
  done
  for part in $waiting; do
    say "启动$(part_title "$part")……"
    launch_service "$part"
  done
  for part in $SERVICES gateway; do wants "$part" && wait_until "$part" 180 service_is_ready "$part"; done
}
