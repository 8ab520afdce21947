import Testing
import Threads

struct SlotsTests {
    @Test
    func `what threads set is there when they have ended`() {
        let slots = Slots(repeating: "", count: 1000)
        Threads.run(4, sharing: 1000) { range in for index in range { slots[index] = "\(index)" } }
        #expect(slots.all == (0..<1000).map { "\($0)" })
        #expect(slots[7] == "7")
    }

    @Test
    func `what is not set keeps the value it began with`() {
        let slots = Slots(repeating: 3, count: 2)
        slots[1] = 4
        #expect(slots.all == [3, 4])
        #expect(Slots(repeating: 0, count: 0).all.isEmpty)
    }
}
