# Sourced by the scripts beside it: makes the Python environment and sets MENTOR_MATCH_CACHE and MENTOR_MATCH_PYTHON.
#
# Everything that is made lies in a cache folder: $MENTOR_MATCH_CACHE, or mentor-match under the user's cache folder. An
# environment that has the packages of requirements.txt already can be named in $MENTOR_MATCH_PYTHON.
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
export MENTOR_MATCH_CACHE="${MENTOR_MATCH_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/mentor-match}"
mkdir -p "$MENTOR_MATCH_CACHE"

if [ -z "${MENTOR_MATCH_PYTHON:-}" ]; then
  environment="$MENTOR_MATCH_CACHE/python"
  if ! cmp -s "$here/requirements.txt" "$environment/requirements.txt"; then
    python3 -m venv --clear "$environment"
    "$environment/bin/pip" install --quiet --disable-pip-version-check -r "$here/requirements.txt"
    cp "$here/requirements.txt" "$environment/requirements.txt"
  fi
  MENTOR_MATCH_PYTHON="$environment/bin/python"
fi
export MENTOR_MATCH_PYTHON PYTHONDONTWRITEBYTECODE=1

# usage: built PACKAGE PRODUCT: builds a program and prints its path
built() {
  swift build -c release --quiet --package-path "$1" --product "$2" >&2
  echo "$(swift build -c release --package-path "$1" --show-bin-path)/$2"
}
