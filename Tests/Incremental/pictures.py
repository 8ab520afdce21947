"""Tiny pictures whose headers say a random width and height."""

import struct
import zlib


def picture(name, rng):
    """The bytes of a picture of the kind that `name` says; all of one kind have one size in bytes."""
    width, height = rng.randint(100, 999), rng.randint(100, 999)
    return jpeg(width, height) if name.endswith(".jpg") else png(width, height)


def png(width, height):
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def jpeg(width, height):
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\1\x11\0"
    return (b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0" + b"\xff\xc0" + struct.pack(">H", len(frame) + 2)
            + frame + b"\xff\xd9")
