import Testing
import Threads

struct SlotsTests {
    @Test
    func `what threads set is there when they have ended`() {
        let slots = Slots(repeating: "", count: 1000)
        Threads.run(4, sharing: 1000) { range in for index in range { slots[index] = "\(index)" } }
        #expect(slots[7] == "7")
        #expect(slots.takeAll() == (0..<1000).map { "\($0)" })
    }

    @Test
    func `what is not set keeps the value it began with`() {
        let slots = Slots(repeating: 3, count: 2)
        slots[1] = 4
        #expect(slots.takeAll() == [3, 4])
        #expect(Slots(repeating: 0, count: 0).takeAll().isEmpty)
    }

    @Test
    func `values live as long as somebody has them`() {
        weak var left: Token?
        weak var taken: Token?
        do {
            let (first, second) = (Token(), Token())
            (left, taken) = (first, second)
            _ = Slots(repeating: first, count: 3)
            let values = Slots(repeating: second, count: 3).takeAll()
            #expect(values.count == 3)
        }
        #expect(left == nil)
        #expect(taken == nil)
    }

    private final class Token: Sendable {}
}
