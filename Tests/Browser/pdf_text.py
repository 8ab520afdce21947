"""The text of a PDF that Chromium prints: enough of the format for what Chromium writes, and no more."""

import re
import unicodedata
import zlib


def text_of(data: bytes) -> str:
    """All words, line by line as they are drawn, with single spaces between them."""
    objects = {int(number): content for number, content in re.findall(rb"(?s)(\d+) 0 obj\s(.*?)endobj", data)}
    drawn = []
    for content in objects.values():
        if not re.search(rb"/Type\s*/Page\b", content):
            continue
        resources = reached(objects, content, rb"Resources")
        fonts = {name: letters(objects, int(font)) for name, font in re.findall(rb"/(F\d+) (\d+) 0 R", reached(objects, resources, rb"Font"))}
        used = {}
        shown = stream(objects[int(re.search(rb"/Contents (\d+) 0 R", content)[1])])
        for font, codes, end in re.findall(rb"/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>|\b(ET)\b", shown):
            if font:
                used = fonts[font]
            elif codes:
                drawn += (used.get(codes[place:place + 4].lower(), "") for place in range(0, len(codes), 4))
            elif end:
                drawn.append(" ")
    return unicodedata.normalize("NFC", " ".join("".join(drawn).split()))


def reached(objects: dict[int, bytes], content: bytes, name: bytes) -> bytes:
    """What an entry of a dictionary holds, wherever that is written."""
    place = re.search(rb"/" + name + rb"\s*(?:(\d+) 0 R|<<)", content)
    return objects[int(place[1])] if place[1] else content[place.end():]


def stream(content: bytes) -> bytes:
    packed = re.search(rb"(?s)stream\r?\n(.*)endstream", content)[1]
    return zlib.decompressobj().decompress(packed) if b"/FlateDecode" in content else packed


def letters(objects: dict[int, bytes], font: int) -> dict[bytes, str]:
    """What each code of a font means."""
    table = stream(objects[int(re.search(rb"/ToUnicode (\d+) 0 R", objects[font])[1])])
    meaning = {}
    for part in re.findall(rb"(?s)beginbfchar(.*?)endbfchar", table):
        for code, text in re.findall(rb"<(\w+)>\s*<(\w+)>", part):
            meaning[code.lower()] = bytes.fromhex(text.decode()).decode("utf-16-be")
    for part in re.findall(rb"(?s)beginbfrange(.*?)endbfrange", table):
        for first, last, text in re.findall(rb"<(\w+)>\s*<(\w+)>\s*<(\w+)>", part):
            for step in range(int(last, 16) - int(first, 16) + 1):
                meaning[b"%04x" % (int(first, 16) + step)] = chr(int(text, 16) + step)
    return meaning
