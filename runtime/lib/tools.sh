# shellcheck shell=bash
# shellcheck disable=SC2034  # read by the other parts
# Finds what a run needs on this machine: a JDK, Maven, small tools, fonts. Installs only as root on Debian; otherwise names it.

MINIMUM_JDK=25
APT_UPDATED=no

can_install() { [ "$(id -u)" = 0 ] && has apt-get && [ -z "${JUMIN_NO_INSTALL:-}" ]; }

install_debian() {
  if [ $APT_UPDATED = no ]; then
    apt-get update -qq >/dev/null 2>&1 </dev/null || warn '软件源更新失败，直接尝试安装。'
    APT_UPDATED=yes
  fi
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null 2>&1 </dev/null
}

# need COMMAND DEBIAN-PACKAGE
need() {
  has "$1" && return 0
  if can_install; then
    say "安装 ${2}（缺少命令 ${1}）……"
    install_debian "$2"
  fi
  has "$1" || die "缺少命令 ${1}，请先安装（Debian 软件包：${2}）。" "command $1 is missing, package $2"
}

java_major() {
  local version=''
  if [ -r "$1/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  elif [ -x "$1/bin/java" ]; then
    version=$("$1/bin/java" -version 2>&1 | sed -n '1s/.*"\([0-9]*\).*/\1/p')
  fi
  echo "${version:-0}"
}

is_usable_jdk() { [ -x "$1/bin/javac" ] && [ "$(java_major "$1")" -ge $MINIMUM_JDK ]; }

# JAVA_HOME when it is new enough; else the lowest new enough version in the usual folders.
find_jdk() {
  local folder best='' best_major=9999 major
  if [ -n "${JAVA_HOME:-}" ] && is_usable_jdk "$JAVA_HOME"; then
    export JAVA_HOME
    JAVA=$JAVA_HOME/bin/java
    return 0
  fi
  for folder in /usr/lib/jvm/* /usr/local/lib/jvm/* /opt/* /opt/*/* "${SDKMAN_DIR:-${HOME:-/}/.sdkman}"/candidates/java/* \
    "${HOME:-/}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME:-/}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    is_usable_jdk "$folder" || continue
    major=$(java_major "$folder")
    if [ "$major" -lt "$best_major" ]; then best=$folder best_major=$major; fi
  done
  if [ -z "$best" ] && has javac; then
    folder=$(javac -J-XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.home = //p')
    if is_usable_jdk "$folder"; then best=$folder; fi
  fi
  [ -n "$best" ] || die "没有找到 JDK $MINIMUM_JDK 或更高版本。请安装（例如 Temurin ${MINIMUM_JDK}），或把环境变量 JAVA_HOME 指向它。" \
    "no JDK >= $MINIMUM_JDK found in JAVA_HOME, /usr/lib/jvm, /opt, SDKMAN or the macOS folders"
  export JAVA_HOME=$best
  JAVA=$JAVA_HOME/bin/java
}

find_maven() {
  has mvn || { can_install && say '安装 maven……' && install_debian maven; }
  has mvn || die '没有找到 Maven（命令 mvn），需要 3.8 或更高版本。' 'Maven >= 3.8 is missing'
  local version major minor
  version=$(mvn -v 2>/dev/null </dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p' | head -n 1)
  major=${version%%.*}
  minor=${version#*.}
  minor=${minor%%.*}
  if [ "${major:-0}" -lt 3 ] || { [ "$major" = 3 ] && [ "${minor:-0}" -lt 8 ]; }; then
    die "Maven 版本过低（${version:-未知}），需要 3.8 或更高版本。" 'Maven is too old'
  fi
}

# Prints the file of 霞鹜文楷, the regular cut before the others.
find_font() {
  local name
  for name in LXGWWenKai-Regular 'LXGWWenKai-*'; do
    find /usr/share/fonts /usr/local/share/fonts "${HOME:-/}"/.fonts "${HOME:-/}"/.local/share/fonts /Library/Fonts "${HOME:-/}"/Library/Fonts \
      -name "$name.ttf" 2>/dev/null
  done | sed -n 1p
}

# The PDF statements are set in 霞鹜文楷, which has the rare characters of names; the services are told where it is.
need_font() {
  local font
  [ -z "${JUMIN_STATEMENT_FONTS:-}" ] || return 0
  font=$(find_font)
  if [ -z "$font" ] && can_install; then
    say '安装字体 fonts-lxgw-wenkai（结算单 PDF 用）……'
    install_debian fonts-lxgw-wenkai
    font=$(find_font)
  fi
  if [ -z "$font" ]; then
    warn '缺少字体“霞鹜文楷”（Debian 软件包 fonts-lxgw-wenkai），结算单 PDF 无法生成。'
  else
    export JUMIN_STATEMENT_FONTS=$font
  fi
}

# A Java started under LANG=C would lose Chinese file names and log lines.
use_utf8() {
  case $(locale charmap 2>/dev/null) in
    UTF-8) ;;
    *) export LC_ALL=C.UTF-8 ;;
  esac
}

# fetch COORDINATES FOLDER: one artifact by Maven's ordinary client (mirrors, proxies and caches of the machine apply).
fetch() {
  find_maven
  mkdir -p "$2" "$LOGS"
  (cd "$2" && mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy -Dartifact="$1" -DoutputDirectory="$2" \
    -Dmdep.useBaseVersion=true </dev/null >"$LOGS/fetch.log" 2>&1) && return 0
  show_log_tail "$LOGS/fetch.log"
  die "下载失败：${1}。请检查网络与 Maven 的设置（~/.m2/settings.xml），然后重试。" "Maven could not fetch $1"
}

free_mb() { df -Pk "$1" | awk 'NR == 2 { print int($4 / 1024) }'; }

# need_folder FOLDER MEGABYTES: the folder exists, can be written, has room.
need_folder() {
  { mkdir -p "$1" && touch "$1/.written" && rm -f "$1/.written"; } 2>/dev/null \
    || die "无法写入文件夹 ${1}（只读、无权限或磁盘已满）。可用 JUMIN_HOME / JUMIN_CACHE 指向别处。" "cannot write to $1"
  local free
  free=$(free_mb "$1")
  [ "$free" -ge "$2" ] || die "磁盘空间不足：$1 只剩 ${free} MB，至少需要 $2 MB。" "not enough disk space"
}
