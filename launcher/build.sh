# Builds what running needs; sourced by launcher/marquetry. Uses $root, $jar, $repository, JAVA_HOME and die.
# The stamp holds name, size and time of every source; when only times differ (another branch and back), contents decide.
stamp=$root/target/launcher.stamp
log=$root/target/launcher-build.log

sources() {
  cd "$root" && find pom.xml bnd.bnd .mvn cnf/pom.xml bundles ui feature-repo launcher \
    \( -name target -o -path '*/src/test' -o -name node_modules -o -name '.*' ! -name .mvn \) -prune -o -type f ! -name '*.md' -printf "$1" | LC_ALL=C sort
}
times() { sources '%p %s %T@\n' | sha256sum | cut -d' ' -f1; }
contents() { sources '%p\n' | (cd "$root" && tr '\n' '\0' | xargs -0 sha256sum) | sha256sum | cut -d' ' -f1; }

build_if_needed() {
  local now old_times old_contents=
  now=$(times)
  if [ -f "$stamp" ] && [ -f "$jar" ] && [ -f "$repository/index.xml" ]; then
    { read -r old_times; read -r old_contents; } < "$stamp"
    [ "$now" = "$old_times" ] && return
    local content; content=$(contents)
    if [ "$content" = "$old_contents" ]; then printf '%s\n%s\n' "$now" "$content" > "$stamp"; return; fi
  fi
  mkdir -p "$root/target"
  if command -v flock > /dev/null; then
    exec 9> "$root/target/launcher.lock"
    flock -n 9 || { say "waiting for another build to end"; flock 9; line_end; }
    if [ -f "$stamp" ] && [ "$(head -1 "$stamp")" = "$now" ]; then exec 9>&-; return; fi
  fi
  run_maven
  printf '%s\n%s\n' "$now" "$(contents)" > "$stamp"
  exec 9>&-
}

# One line: rewritten on a terminal; elsewhere printed when the step changes, not when only the rest of the time does.
say() {
  local step=${1%%, about *}
  if [ -t 2 ]; then printf '\r\033[K%s' "$1" >&2
  elif [ "$step" != "${said:-}" ]; then printf '%s\n' "$1" >&2; fi
  said=$step
}
line_end() { [ -t 2 ] && printf '\r\033[K' >&2; }

run_maven() {
  command -v mvn > /dev/null || die "Apache Maven is needed to build; install Maven 3.8 or newer (package maven)"
  local begin=$SECONDS last=0 pid status
  [ -f "$root/target/launcher.seconds" ] && read -r last < "$root/target/launcher.seconds"
  # Without checks and tests: cnf/verify runs those.
  (cd "$root" && exec mvn -B -pl launcher,feature-repo -am $("$root/cnf/wraps") package -Dmarquetry.unchecked -Dmaven.test.skip=true \
    -Dstyle.color=never) > "$log" 2>&1 < /dev/null 9>&- &
  pid=$!
  trap 'kill $pid 2>/dev/null; line_end; exit 130' INT
  trap 'kill $pid 2>/dev/null; line_end; exit 143' TERM
  while kill -0 $pid 2>/dev/null; do
    say "$(progress $((SECONDS - begin)) "$last")"
    sleep 0.5
  done
  wait $pid; status=$?
  trap - INT TERM
  line_end
  if [ $status -ne 0 ]; then
    grep -m 12 '^\[ERROR\]' "$log" >&2
    die "the build failed; all of its output is in $log"
  fi
  echo $((SECONDS - begin)) > "$root/target/launcher.seconds"
}

# Say the step, what is being downloaded, and the rest of the time as far as it can be known.
progress() {
  awk -v elapsed="$1" -v last="$2" '
    /^\[INFO\] Building .*\[[0-9]+\/[0-9]+\]/ { step = $0; sub(/^.*\[/, "", step); sub(/\].*/, "", step); name = $0; sub(/^\[INFO\] Building (Marquetry )?/, "", name); sub(/ *[^ ]+ +\[.*/, "", name); loading = "" }
    /^(Downloading|Downloaded) from/ { loading = $0; sub(/.*\//, "", loading); sub(/ .*/, "", loading); if ($1 == "Downloaded") files++; }
    /^Downloaded from/ { n = $0; sub(/.*\(/, "", n); split(n, p, " "); mb += p[2] ~ /^MB/ ? p[1] : p[2] ~ /^kB/ ? p[1] / 1000 : 0 }
    !/^Downloa/ { loading = "" }
    END {
      split(step, s, "/")
      rest = last > elapsed ? last - elapsed : 0
      share = s[1] * 10 > s[2] ? elapsed * (s[2] - s[1] + 1) / (s[1] - 1) : rest
      if (rest == 0 || share < rest) rest = share
      text = step == "" ? "building: reading the project" : "building " step " " name
      if (loading != "") text = text ", downloading " loading
      if (files > 0) text = text sprintf(" (%d files, %.1f MB so far)", files, mb)
      if (rest > 0) text = text sprintf(", about %d s left", rest)
      print text
    }' "$log" 2>/dev/null
}
