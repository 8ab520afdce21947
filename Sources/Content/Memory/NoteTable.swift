/// The notes of many sources, by their places.
///
/// `@unchecked Sendable`: each place is set by the one thread that reads its source, and all are read after
/// every thread has ended.
final class NoteTable: @unchecked Sendable {
    let notes: UnsafeMutableBufferPointer<MemoryNote>

    init(count: Int) {
        notes = .allocate(capacity: count)
        notes.initialize(repeating: .none)
    }

    deinit {
        notes.deinitialize()
        notes.deallocate()
    }

    func set(_ note: MemoryNote, at index: Int) { notes[index] = note }
}
