"""``python -m macros.publish SITE``: make a built site ready for a server of one's own."""

import argparse
from pathlib import Path

from macros.publish.compress import compress
from macros.publish.policy import drawing_policy, policy_of
from macros.publish.servers import nginx_file

_MODULES = (Path("/usr/lib/nginx/modules"), Path("/usr/lib64/nginx/modules"))
"""Where Debian and Fedora keep what nginx can load."""


def main() -> None:
    """Compress a built site and write a configuration of nginx for it."""
    parser = argparse.ArgumentParser(prog="python -m macros.publish", description=main.__doc__)
    parser.add_argument("site", type=Path, help="the folder of the built site")
    parser.add_argument("--listen", default="127.0.0.1:8080", help="the address to serve at (default: %(default)s)")
    parser.add_argument(
        "--nginx", type=Path, default=Path("nginx.conf"), help="the file to write (default: %(default)s)"
    )
    wanted = parser.parse_args()
    drawings = [file.read_text(encoding="utf-8") for file in wanted.site.rglob("*.svg")]
    modules = [module for folder in _MODULES if (module := folder / "ngx_http_brotli_static_module.so").exists()]
    pages = policy_of((wanted.site / "index.html").read_text(encoding="utf-8"))
    brotli = next(iter(modules), None)
    wanted.nginx.write_text(
        nginx_file(wanted.site, pages, drawing_policy(drawings), wanted.listen, brotli), encoding="utf-8"
    )
    print(f"{compress(wanted.site)} files of {wanted.site} compressed; served by: nginx -p . -c {wanted.nginx}")


if __name__ == "__main__":
    main()
