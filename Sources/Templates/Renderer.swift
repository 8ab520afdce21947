package import Bytes

/// Renders templates on one thread. It owns the memory of shared parts, so that what several pages have in
/// common is rendered once and copied from then on.
///
/// The memory is valid as long as `world` and `globals` do not change: make a new renderer for every
/// build. It holds at most `memoryLimit` bytes; what comes later is rendered every time.
package final class Renderer {
    let world: AnyObject
    let globals: [Value]
    let memory: Memory
    let clock: TemplateClock?
    private var slots: UnsafeMutableBufferPointer<Value>
    private var set: TemplateSet.Identity?
    /// What can be replaced in the page that is rendered, by its offset in the buffer.
    var places: [Placement] = []
    /// Where the page starts there.
    private var start = 0

    /// `globals` are the values of the schema's globals, in order. With `memoryLimit` 0 nothing is
    /// remembered: the output is the same, only slower. `clock` times the templates of a set that was compiled for it.
    package init(
        world: AnyObject, globals: [Value], memoryLimit: Int = 256 << 20, clock: TemplateClock? = nil
    ) {
        self.clock = clock
        self.world = world
        self.globals = globals
        memory = Memory(limit: memoryLimit)
        slots = .allocate(capacity: 0)
    }

    deinit {
        slots.deinitialize()
        slots.deallocate()
    }

    /// Appends the page to `out`. `variables` are the values of the page kind's variables, in order; what
    /// is missing counts as none.
    package func render(_ template: Template, _ variables: [Value], into out: inout ByteBuffer) {
        if set !== template.set {
            memory.forget()
            set = template.set
        }
        reserve(template.slotCount)
        for index in 0..<template.variableCount {
            slots[index] = index < variables.count ? variables[index] : .none
        }
        guard let base = slots.baseAddress else { return }
        places.removeAll(keepingCapacity: true)
        start = out.count
        template.body.render(Frame(renderer: self, world: .passUnretained(world), slots: base), to: &out)
    }

    /// What can be replaced in the page that was rendered last, in order.
    package var placements: [Placement] { places(from: 0, after: start) }

    /// The places from `first` on, with offsets from `start` of the buffer.
    func places(from first: Int, after start: Int) -> [Placement] {
        places[first...].map { $0.moved(by: -start) }
    }

    /// What `body` writes, as a value: whoever asks for it may put anything into the page for it.
    func capture(_ body: (inout ByteBuffer) -> Void) -> Value {
        let first = places.count
        let text = Value.rendered(body)
        if places.count > first {
            places.removeSubrange(first...)
            places.append(Placement(.hidden, at: start))
        }
        return .html(text)
    }

    /// Appends what is remembered.
    @inline(__always)
    func copy(_ entry: Memory.Entry, to out: inout ByteBuffer) {
        if entry.places >= 0 {
            for place in memory.places[entry.places] { places.append(place.moved(by: out.count)) }
        }
        out.append(UnsafeRawBufferPointer(start: entry.start, count: entry.count))
    }

    private func reserve(_ count: Int) {
        guard slots.count < max(count, 1) else { return }
        slots.deinitialize()
        slots.deallocate()
        slots = .allocate(capacity: max(count, 1))
        slots.initialize(repeating: .none)
    }
}

/// Something in a page that can be replaced without rendering the page.
package struct Placement: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
        /// A fragment that is part of the page: its place among `TemplateSet.partNames`.
        case fragment(Int)
        case markup(Markup)
        /// Any of them in a form of which nobody knows where it stands.
        case hidden
    }

    /// Markup that has a key.
    package struct Markup: Hashable, Sendable {
        package let key: UInt64
        /// In bytes, with all insertions.
        package let size: Int
        /// `ContentHash.check` of these bytes.
        package let check: UInt32
        /// The bytes of each insertion.
        package let fills: [Int]

        package init(key: UInt64, size: Int, check: UInt32, fills: [Int]) {
            self.key = key
            self.size = size
            self.check = check
            self.fills = fills
        }
    }

    package let content: Content
    /// Where it starts, in bytes.
    package let offset: Int

    init(_ content: Content, at offset: Int) {
        self.content = content
        self.offset = offset
    }

    func moved(by distance: Int) -> Placement { Placement(content, at: offset + distance) }
}

/// The variables of one part while it is rendered.
///
/// `slots` has room for the part and for all parts that it calls: the compiler knows the depth of calls,
/// counts the slots of the deepest way, and the renderer provides that many. So no access is checked.
struct Frame {
    let renderer: Renderer
    /// The renderer's, which keeps it. Unmanaged, since all threads read one world: counting references to
    /// it for each field would make them fight over one cache line.
    let world: Unmanaged<AnyObject>
    let slots: UnsafeMutablePointer<Value>

    /// The variables of a part that is called from one that has `size` slots.
    @inline(__always)
    func called(after size: Int) -> Frame { Frame(renderer: renderer, world: world, slots: slots + size) }
}
