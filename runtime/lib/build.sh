# shellcheck shell=bash
# Builds the tree when a source changed since the last build; otherwise does nothing.

modules() { sed -n 's:.*<module>\(.*\)</module>.*:\1:p' "$ROOT/pom.xml"; }

# One hash over everything that goes into the jars (tests and what the demo writes do not).
source_hash() {
  local folders
  folders=$(cd "$ROOT" && for module in $(modules); do [ ! -d "$module" ] || echo "$module"; done)
  # shellcheck disable=SC2086  # module names have no blanks
  (cd "$ROOT" && find pom.xml $folders \( -name target -o -name node_modules -o -path demo/output -o -path '*/bench' -o -path '*/src/test' \) -prune -o -type f -print \
    | LC_ALL=C sort | tr '\n' '\0' | if has sha256sum; then xargs -0 sha256sum; else xargs -0 shasum -a 256; fi) | sha256_text
}

program_of() { echo "$ROOT/$(part_module "$1")/target/quarkus-app"; }

# JUMIN_BUILD=no: take the jars as they are (a test inside a running build starts services so).
is_built() {
  local part
  for part in $(own_services); do [ -f "$(program_of "$part")/quarkus-run.jar" ] || return 1; done
  [ ! -f "$ROOT/demo/pom.xml" ] || [ -f "$ROOT/demo/target/jumin-demo.jar" ] || return 1
  [ "${JUMIN_BUILD:-}" = no ] || [ "$(cat "$BUILD_STAMP" 2>/dev/null)" = "$(source_hash)" ]
}

# The program that reads the law, without the law: data and cases are read where they stand and need no build.
law_program_hash() {
  (cd "$ROOT" && find regulation/pom.xml regulation/src/main/java -type f -print \
    | LC_ALL=C sort | tr '\n' '\0' | if has sha256sum; then xargs -0 sha256sum; else xargs -0 shasum -a 256; fi) | sha256_text
}

law_program_is_built() {
  [ -d "$(program_of claims)/lib/main" ] && [ "$(cat "$LAW_STAMP" 2>/dev/null)" = "$(law_program_hash)" ]
}

write_build_stamp() {
  mkdir -p "$ROOT/target"
  printf '%s\n' "$1" >"$BUILD_STAMP"
  law_program_hash >"$LAW_STAMP"
}

build() {
  local log=$LOGS/build.log hash
  is_built && return 0
  [ "${JUMIN_BUILD:-}" != no ] || die 'JUMIN_BUILD=no，但程序还没有编译。' 'jars are missing and JUMIN_BUILD=no'
  mkdir -p "$ROOT/target" || die "无法写入 $ROOT/target。" 'cannot write to the tree'
  take_lock 8 "$ROOT/target/jumin-build.lock" '编译'
  if ! is_built; then
    find_maven
    need_folder "$ROOT/target" 500
    say "编译程序（第一次要几分钟；日志：$log）……"
    hash=$(source_hash)
    (cd "$ROOT" && mvn -B -q -Dmaven.test.skip=true package </dev/null >"$log" 2>&1) || {
      show_log_tail "$log"
      die "编译失败，日志：$log" 'mvn package failed'
    }
    write_build_stamp "$hash"
  fi
  drop_lock 8
}
