# Finds a JDK 25 and exports JAVA_HOME; sourced by ./cepa, ./check and the build scripts.
# Order: JAVA_HOME if it is one, then the JDKs of the distribution and of common installers.

cepa_is_jdk25() {
  [ -x "$1/bin/javac" ] && "$1/bin/java" -version 2>&1 | grep -q 'version "25'
}

cepa_find_jdk() {
  if [ -n "${JAVA_HOME:-}" ] && cepa_is_jdk25 "$JAVA_HOME"; then
    return 0
  fi
  local candidate
  for candidate in /usr/lib/jvm/*25* "$HOME"/.sdkman/candidates/java/25* "$HOME"/.jdks/*25* \
    /opt/*25* /Library/Java/JavaVirtualMachines/*25*/Contents/Home; do
    if cepa_is_jdk25 "$candidate"; then
      export JAVA_HOME="$candidate"
      return 0
    fi
  done
  echo "cepa: no JDK 25 found." >&2
  echo "  Install one (any vendor; with Debian: a package such as temurin-25-jdk or openjdk-25-jdk)" >&2
  echo "  or point JAVA_HOME at it." >&2
  return 1
}

cepa_find_maven() {
  command -v mvn >/dev/null 2>&1 && return 0
  echo "cepa: Maven is not installed. Install it (with Debian: apt-get install maven) and try again." >&2
  return 1
}
