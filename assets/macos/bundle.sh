#!/bin/bash
# Lays out Casefile.app around a built program.
#
# Usage: bundle.sh [BINARY [FOLDER]]      (target/release/casefile, target)
#
# The icon files need iconutil, which only macOS has; elsewhere the bundle is
# made without them. Signing and notarising are separate steps.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$here/../..
binary=${1:-$root/target/release/casefile}
app=${2:-$root/target}/Casefile.app
version=$(sed -n 's/^version = "\(.*\)"$/\1/p' "$root/Cargo.toml" | head -n 1)

# Collects the PNGs of one icon under the names that an iconset asks for.
make_icon() {
  local name=$1 set size double
  set=$(mktemp -d)/$name.iconset
  mkdir "$set"
  for size in 16 32 128 256 512; do
    double=$((size * 2))
    if [[ -f $root/assets/icon/$name-$size.png ]]; then
      cp "$root/assets/icon/$name-$size.png" "$set/icon_${size}x$size.png"
    fi
    if [[ -f $root/assets/icon/$name-$double.png ]]; then
      cp "$root/assets/icon/$name-$double.png" "$set/icon_${size}x$size@2x.png"
    fi
  done
  iconutil --convert icns --output "$app/Contents/Resources/$name.icns" "$set"
  rm -r "$(dirname "$set")"
}

rm -rf "$app"
mkdir -p "$app/Contents/MacOS" "$app/Contents/Resources"
cp "$binary" "$app/Contents/MacOS/casefile"
chmod 755 "$app/Contents/MacOS/casefile"
sed "s/>0\.0\.0</>$version</" "$here/Info.plist" >"$app/Contents/Info.plist"
cp "$root/LICENSE-MIT" "$root/LICENSE-APACHE" "$app/Contents/Resources/"
for licence in "$root"/assets/fonts/*-OFL.txt "$root"/assets/fonts/*-LICENSE.txt; do
  cp "$licence" "$app/Contents/Resources/"
done

if command -v iconutil >/dev/null; then
  make_icon casefile
  make_icon casefile-document
else
  echo "bundle.sh: no iconutil here, so $app has no icons" >&2
fi
echo "$app"
