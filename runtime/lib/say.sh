# shellcheck shell=bash
# Messages for people: Chinese first, an English hint where it helps. Progress to stdout, trouble to stderr.

say() { printf '%s\n' "$*"; }

warn() { printf '注意：%s\n' "$*" >&2; }

# die 'Chinese sentence' ['English hint']
die() {
  printf '错误：%s\n' "$1" >&2
  if [ $# -gt 1 ]; then printf '       (%s)\n' "$2" >&2; fi
  exit 1
}

usage_error() {
  printf '错误：%s\n输入 ./jumin help 查看用法。\n' "$1" >&2
  exit 2
}

seconds_now() { date +%s; }

has() { command -v "$1" >/dev/null 2>&1; }

sha256_text() {
  if has sha256sum; then sha256sum | cut -c1-64; else shasum -a 256 | cut -c1-64; fi
}

# The last lines of a log, and a plain word about the commonest cause.
show_log_tail() {
  local log=$1
  [ -s "$log" ] || return 0
  printf '—— %s 的最后几行 ——\n' "$log" >&2
  tail -n 25 "$log" >&2
  printf '——\n' >&2
  if tail -n 200 "$log" | grep -i 'no space left on device' >/dev/null; then
    printf '原因很可能是磁盘已满（日志中有 No space left on device）。\n' >&2
  fi
}
