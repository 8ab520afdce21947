internal import Bytes
internal import Files
internal import Model

// Pages in which nothing has changed but parts that they share with other pages: they are not made again, the new
// parts take the places of the old ones.
extension FileWriter {
    /// Writes the page from the file that stands; nil when it has to be made.
    func patched(_ index: Int, origin: ContentHash) throws(OutputFailure) -> Outcome? {
        guard origin.isKnown, let known = run.known(index), known.origin == origin, !known.places.isEmpty,
            case .file(known.hash, let stamp) = try standing(at: index, size: nil)
        else { return nil }
        guard stamp != .unknown else { return nil }
        // Gone or changed since it was looked at: then it is made. With this stamp after it was read, what was read is
        // what has the hash.
        do throws(OutputFailure) {
            guard try read(index, size: max(Int(stamp.size), 1 << 14)) == stamp else { return nil }
        } catch { return nil }
        guard known.texts.isKnown, let places = replaceParts(known) else { return nil }
        return try write(buffer.bytes, to: index, origin: origin, places)
    }

    /// Reads the page that stands, and returns the stamp that it has after that.
    private func read(_ index: Int, size: Int) throws(OutputFailure) -> FileStamp {
        let path = run.paths.cString(index)
        let reader = try FileReader(
            opening: path, at: run.folder.descriptor, run.folder.fileSystem, shownAs: run.folder.shown(path))
        old.removeAll()
        try reader.append(to: &old, size: size)
        return FileStamp(try reader.status())
    }

    /// Makes the new page of the one that stands; returns the places of the new parts, or nil when old ones cannot
    /// have stood where they are said to.
    private func replaceParts(_ known: FileRecord) -> PagePlaces? {
        buffer.removeAll()
        var new = PagePlaces()
        var texts = known.texts.all[...]
        var end = 0
        /// Texts before `offset` of the old page move with the part before them. False when one is not between parts, or
        /// when nobody knows on which side of one.
        func moveTexts(before offset: Int) -> Bool {
            while let text = texts.first, text.offset < offset || (text.offset == offset && text.size == 0) {
                guard text.offset >= end, text.offset < offset, text.offset + text.size <= offset else {
                    return false
                }
                new.texts.append(text.moved(by: buffer.count - end))
                texts.removeFirst()
            }
            return true
        }
        for place in known.places {
            guard let (size, part) = run.parts.successor(of: place.part), place.offset >= end,
                place.offset <= old.count, size <= old.count - place.offset
            else { return nil }
            guard moveTexts(before: place.offset) else { return nil }
            buffer.append(UnsafeRawBufferPointer(rebasing: old.bytes[end..<place.offset]))
            new.parts.append(PartPlace(part: part, offset: buffer.count))
            buffer.append(run.parts.new[part].bytes)
            end = place.offset + size
        }
        guard moveTexts(before: .max) else { return nil }
        buffer.append(UnsafeRawBufferPointer(rebasing: old.bytes[end...]))
        return new
    }
}
