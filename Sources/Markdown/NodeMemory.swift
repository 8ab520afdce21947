import CCMark

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// The memory of one thread's trees: blocks that are handed out from front to back, and taken back as a
/// whole when the thread's last tree ends.
///
/// A body makes hundreds of nodes that all die together. To allocate and free each by itself would cost as
/// much time as to parse them.
struct NodeMemory {
    private var next: UnsafeMutableRawPointer
    private var end: UnsafeMutableRawPointer
    /// The first is kept from body to body.
    private var blocks: [UnsafeMutableRawBufferPointer]
    private var trees = 0

    /// Most bodies need less.
    private static let firstBlock = 1 << 18

    private init() {
        blocks = [Self.block(Self.firstBlock)]
        next = blocks[0].baseAddress.unsafelyUnwrapped
        end = next + Self.firstBlock
    }

    private static func block(_ size: Int) -> UnsafeMutableRawBufferPointer {
        .allocate(byteCount: size, alignment: Piece.alignment)
    }

    // MARK: - Trees

    /// Says that a tree of this thread begins; gives cmark's way to the memory.
    static func beginTree() -> UnsafeMutablePointer<cmark_mem> {
        let allocator = NodeAllocator.shared
        let memory = NodeAllocator.memory ?? create()
        memory.pointee.trees += 1
        return allocator
    }

    /// Says that a tree of this thread has ended.
    static func endTree() {
        NodeAllocator.memory?.pointee.endTree()
    }

    private mutating func endTree() {
        trees -= 1
        guard trees == 0 else { return }
        for block in blocks.dropFirst() { block.deallocate() }
        blocks.removeSubrange(1...)
        next = blocks[0].baseAddress.unsafelyUnwrapped
        end = next + blocks[0].count
    }

    private static func create() -> UnsafeMutablePointer<NodeMemory> {
        let memory = UnsafeMutablePointer<NodeMemory>.allocate(capacity: 1)
        memory.initialize(to: NodeMemory())
        NodeAllocator.memory = memory
        return memory
    }

    /// Gives everything back to the system: the thread ends.
    static func destroy(_ memory: UnsafeMutablePointer<NodeMemory>) {
        for block in memory.pointee.blocks { block.deallocate() }
        memory.deinitialize(count: 1)
        memory.deallocate()
    }

    // MARK: - Pieces

    /// `size` bytes that hold what was there before.
    mutating func take(_ size: Int) -> UnsafeMutableRawPointer {
        let needed = Piece.room(for: size)
        if needed > end - next { addBlock(needed) }
        let piece = Piece(at: next + Piece.header)
        piece.size = needed - Piece.header
        next += needed
        return piece.start
    }

    /// The piece at `start` with room for `size` bytes: where it is, or, with its content, elsewhere.
    mutating func widen(_ start: UnsafeMutableRawPointer, to size: Int) -> UnsafeMutableRawPointer {
        let piece = Piece(at: start)
        guard size > piece.size else { return start }
        let growth = Piece.room(for: size) - Piece.header - piece.size
        if piece.end == next, growth <= end - next {
            next += growth
            piece.size += growth
            return start
        }
        let wider = take(size)
        wider.copyMemory(from: start, byteCount: piece.size)
        return wider
    }

    private mutating func addBlock(_ needed: Int) {
        let size = max(needed, blocks[blocks.count - 1].count * 2)
        blocks.append(Self.block(size))
        next = blocks[blocks.count - 1].baseAddress.unsafelyUnwrapped
        end = next + size
    }
}

/// A stretch of memory that was handed out, with its size in front.
private struct Piece {
    static let alignment = 16
    static let header = 16

    let start: UnsafeMutableRawPointer

    init(at start: UnsafeMutableRawPointer) { self.start = start }

    var size: Int {
        get { (start - Self.header).load(as: Int.self) }
        nonmutating set { (start - Self.header).storeBytes(of: newValue, as: Int.self) }
    }

    var end: UnsafeMutableRawPointer { start + size }

    /// Bytes for a piece of `size` bytes with its header, aligned.
    static func room(for size: Int) -> Int { (size + header + alignment - 1) & ~(alignment - 1) }
}

/// What cmark calls for memory. It says nothing of who asks, so each thread's memory is a value of the
/// thread.
private enum NodeAllocator {
    /// Made once, never changed and never freed: cmark's functions want it in one place.
    nonisolated(unsafe) static let shared: UnsafeMutablePointer<cmark_mem> = {
        let allocator = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
        allocator.initialize(
            to: cmark_mem(
                calloc: { count, size in
                    let start = NodeAllocator.required.pointee.take(count * size)
                    return memset(start, 0, count * size)
                },
                realloc: { start, size in
                    guard let start else { return NodeAllocator.required.pointee.take(size) }
                    return NodeAllocator.required.pointee.widen(start, to: size)
                },
                free: { _ in }))
        return allocator
    }()

    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        let code = pthread_key_create(&key) { memory in
            if let memory { NodeMemory.destroy(memory.assumingMemoryBound(to: NodeMemory.self)) }
        }
        // A process has a thousand keys or more; without one no thread could parse.
        precondition(code == 0, "no key for the memory of a thread")
        return key
    }()

    static var memory: UnsafeMutablePointer<NodeMemory>? {
        get { pthread_getspecific(key)?.assumingMemoryBound(to: NodeMemory.self) }
        set { pthread_setspecific(key, newValue) }
    }

    /// cmark allocates only between the beginning and the end of a tree.
    static var required: UnsafeMutablePointer<NodeMemory> { memory.unsafelyUnwrapped }
}
