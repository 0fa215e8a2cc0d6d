# shellcheck shell=bash
# `./jumin bench NAME`: measures, outside the normal build; each figure stands beside its reference of the same run.

# bench_in MODULE CLASSES: the benches of a module are its tests under -Pbench; what they print begins with BENCH.
bench_in() {
  local log=$LOGS/bench-$1.log
  say "测量 $1（记录在 ${log#"$ROOT"/}）……"
  (cd "$ROOT" && mvn -q -B -Pbench -pl "$1" -am -Dspotless.check.skip -Dsurefire.failIfNoSpecifiedTests=false -Dtest="$2" test </dev/null) >"$log" 2>&1 || {
    show_log_tail "$log"
    die "没有测量成功。" 'the bench failed'
  }
  sed -n 's/^.*BENCH //p' "$log"
}

# JUMIN_BENCH_PERSONS (default 1000000) and JUMIN_BENCH_ROUNDS (default 3) make it smaller.
bench_contribution() { bench_in contribution-service LevyBench,IntakeBench; }

bench() {
  prepare
  find_maven
  case ${1:-} in
    contribution) bench_contribution ;;
    *) usage_error '用法：./jumin bench contribution' ;;
  esac
}
