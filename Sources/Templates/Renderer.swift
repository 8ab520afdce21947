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
    private var slots: UnsafeMutableBufferPointer<Value>
    private var set: TemplateSet.Identity?

    /// `globals` are the values of the schema's globals, in order. With `memoryLimit` 0 nothing is
    /// remembered: the output is the same, only slower.
    package init(world: AnyObject, globals: [Value], memoryLimit: Int = 256 << 20) {
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
        template.body.render(Frame(renderer: self, world: .passUnretained(world), slots: base), to: &out)
    }

    private func reserve(_ count: Int) {
        guard slots.count < max(count, 1) else { return }
        slots.deinitialize()
        slots.deallocate()
        slots = .allocate(capacity: max(count, 1))
        slots.initialize(repeating: .none)
    }
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
