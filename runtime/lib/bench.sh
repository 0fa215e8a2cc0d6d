# shellcheck shell=bash
# `./jumin bench NAME`: ours beside its references, alternating in one run. Each bench is a function bench_NAME below; none belongs to the normal build.

list_benches() { declare -F | sed -n 's/^declare -f bench_//p'; }

run_bench() {
  local name=${1:-}
  [ -n "$name" ] || usage_error "请写明测什么：./jumin bench $(list_benches | paste -sd'|' -)"
  declare -F "bench_$name" >/dev/null || usage_error "没有“${name}”这项测速；可用：$(list_benches | paste -sd' ' -)"
  shift
  prepare
  find_maven
  "bench_$name" "$@"
}

# The import of a roster beside COPY with set-based inserts, and a JPA twin: bench enrollment [persons] [rounds]
bench_enrollment() {
  local log=$LOGS/bench-enrollment.log
  say "名册导入测速，${1:-20000} 人 ${2:-3} 轮（日志：logs/bench-enrollment.log）……"
  (cd "$ROOT" && mvn -B -q -pl enrollment-service -am -Dspotless.check.skip=true -Dsurefire.failIfNoSpecifiedTests=false \
    -Dtest=ImportBench -Djumin.bench.persons="${1:-20000}" -Djumin.bench.rounds="${2:-3}" test </dev/null >"$log" 2>&1) || {
    show_log_tail "$log"
    die "测速没有完成，日志：$log" 'ImportBench failed'
  }
  cat "$ROOT/enrollment-service/target/bench-enrollment.txt"
}

# Levies of a city and payment intake: bench contribution [persons] [rounds]
bench_contribution() {
  local log=$LOGS/bench-contribution.log
  say "应缴核定与缴费接收测速，${1:-1000000} 人 ${2:-3} 轮（日志：logs/bench-contribution.log）……"
  (cd "$ROOT" && JUMIN_BENCH_PERSONS=${1:-1000000} JUMIN_BENCH_ROUNDS=${2:-3} mvn -B -q -Pbench -pl contribution-service -am \
    -Dspotless.check.skip=true -Dsurefire.failIfNoSpecifiedTests=false -Dtest='LevyBench,IntakeBench' test </dev/null >"$log" 2>&1) || {
    show_log_tail "$log"
    die "测速没有完成，日志：$log" 'LevyBench or IntakeBench failed'
  }
  sed -n 's/^.*BENCH //p' "$log"
}
