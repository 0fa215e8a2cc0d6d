# shellcheck shell=bash
# The OIDC server: Keycloak from Maven's registry, built once in the cache, started optimised with the realm `jumin`.

KEYCLOAK_BUILD='--db=postgres --health-enabled=true --http-management-health-enabled=false --features-disabled=ciba,device-flow,kerberos'

# Sets KEYCLOAK_DIST; fetches, unpacks and builds once per version and build options.
find_keycloak() {
  local work log=$LOGS/keycloak-build.log
  KEYCLOAK_DIST=$JUMIN_CACHE/keycloak-$KEYCLOAK_VERSION-$(printf '%s' "$KEYCLOAK_BUILD" | sha256_text | cut -c1-8)
  [ -f "$KEYCLOAK_DIST/lib/quarkus-run.jar" ] && return 0
  need_folder "$JUMIN_CACHE" 1000
  say "下载登录服务 Keycloak ${KEYCLOAK_VERSION}（约 180 MB，一次即可）……"
  work=$(mktemp -d "$JUMIN_CACHE/keycloak.XXXXXX")
  fetch "org.keycloak:keycloak-quarkus-dist:$KEYCLOAK_VERSION:tar.gz" "$work"
  tar -xzf "$work"/*.tar.gz -C "$work" || die "Keycloak 解压失败（磁盘已满？）：$work" 'cannot unpack Keycloak'
  say '生成 Keycloak 的运行配置（一次即可，约半分钟）……'
  # shellcheck disable=SC2086  # options, one word each
  "$work/keycloak-$KEYCLOAK_VERSION/bin/kc.sh" build $KEYCLOAK_BUILD </dev/null >"$log" 2>&1 || {
    show_log_tail "$log"
    die 'Keycloak 的配置生成失败。' 'kc.sh build failed'
  }
  chmod -R go+rX "$work/keycloak-$KEYCLOAK_VERSION"
  mv "$work/keycloak-$KEYCLOAK_VERSION" "$KEYCLOAK_DIST" 2>/dev/null
  rm -rf "$work"
  [ -f "$KEYCLOAK_DIST/lib/quarkus-run.jar" ] || die "Keycloak 没有装好：$KEYCLOAK_DIST" 'Keycloak is not usable'
}

# A changed realm (or another address of the gateway) starts in a fresh database: imports never alter an existing realm.
keycloak_database() {
  local folder=$ROOT/runtime/keycloak
  echo "keycloak_$({ cat "$folder/realm.json" "$folder/user-profile.json" && gateway_url && echo "$KEYCLOAK_VERSION"; } | sha256_text | cut -c1-8)"
}

# The program is shared in the cache; data and the realm to import belong to this run.
make_keycloak_home() {
  local home=$JUMIN_HOME/keycloak name
  rm -rf "$home"
  mkdir -p "$home/data/import"
  for name in bin conf lib providers themes version.txt; do ln -s "$KEYCLOAK_DIST/$name" "$home/$name"; done
  cp "$ROOT/runtime/keycloak/realm.json" "$home/data/import/jumin-realm.json"
}

# The realm refers to its secrets by name; Keycloak takes them from its environment while it imports.
# It replaces names in the text of the file, so the user profile (JSON inside a JSON string) must arrive escaped.
keycloak_environment() {
  local name
  for name in ENROLLMENT CONTRIBUTION CLAIMS TAX_BUREAU HOSPITAL_TERTIARY CIVIL_AFFAIRS CLI; do
    export "JUMIN_OIDC_CLIENT_SECRET_$name=$(value "JUMIN_OIDC_CLIENT_SECRET_$name")"
  done
  export JUMIN_DEMO_PASSWORD
  JUMIN_GATEWAY_URL=$(gateway_url)
  JUMIN_USER_PROFILE=$(sed 's/\\/\\\\/g; s/"/\\"/g' "$ROOT/runtime/keycloak/user-profile.json" | tr -d '\n')
  export JUMIN_GATEWAY_URL JUMIN_USER_PROFILE
  KC_DB_URL=jdbc:postgresql://127.0.0.1:$(part_port postgresql)/$(keycloak_database)
  KC_HTTP_PORT=$(part_port keycloak)
  export KC_DB_URL KC_HTTP_PORT KC_DB_USERNAME=keycloak_owner KC_DB_PASSWORD=$JUMIN_DB_PASSWORD_KEYCLOAK
  export KC_HOSTNAME=http://127.0.0.1:$KC_HTTP_PORT KC_HTTP_ENABLED=true KC_HTTP_HOST=127.0.0.1 KC_CACHE=local KC_DB_POOL_MAX_SIZE=20
  export KC_LOG_LEVEL=info,io.smallrye.health:error
  export KC_BOOTSTRAP_ADMIN_USERNAME=keycloak KC_BOOTSTRAP_ADMIN_PASSWORD=$JUMIN_KEYCLOAK_ADMIN_PASSWORD
}

# Java is called directly, with the flags of kc.sh: one process, whose pid is the server's.
launch_keycloak() {
  local home=$JUMIN_HOME/keycloak
  (
    keycloak_environment
    launch keycloak "$JAVA" "-Djumin.run=$JUMIN_HOME#keycloak" -XX:TieredStopAtLevel=1 -Xms64m -Xmx512m -XX:MaxMetaspaceSize=256m -XX:+UseSerialGC \
      -XX:+ExitOnOutOfMemoryError -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 \
      --add-opens=java.base/java.util=ALL-UNNAMED --add-opens=java.base/java.util.concurrent=ALL-UNNAMED \
      --add-opens=java.base/java.security=ALL-UNNAMED --add-opens=java.base/java.lang=ALL-UNNAMED --enable-native-access=ALL-UNNAMED \
      -Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory \
      -Djava.util.logging.manager=org.jboss.logmanager.LogManager -Dpicocli.disable.closures=true -Duser.language=en -Duser.country=US \
      "-Dkc.home.dir=$home" "-Djboss.server.config.dir=$home/conf" -cp "$home/lib/quarkus-run.jar" \
      io.quarkus.bootstrap.runner.QuarkusEntryPoint start --optimized --import-realm
  )
}

answers() { curl -fsS -o /dev/null --noproxy '*' --max-time 5 "$1" 2>/dev/null; }

keycloak_is_ready() {
  local url
  url=http://127.0.0.1:$(part_port keycloak)
  answers "$url/health/ready" && answers "$url/realms/jumin/.well-known/openid-configuration"
}

start_keycloak() {
  if is_running keycloak; then return 0; fi
  say '启动登录服务 Keycloak……'
  make_keycloak_home
  launch_keycloak
  wait_until keycloak 240 keycloak_is_ready
}
