import Bytes
import Testing

struct ByteOrderTests {
    @Test(arguments: [
        ("", "", 0), ("", "a", -1), ("a", "", 1), ("a", "a", 0), ("a", "ab", -1), ("ab", "b", -1),
        ("a/b", "a-b", 1), ("é", "z", 1),
    ])
    func `bytes sort as numbers, a beginning before the whole`(left: String, right: String, order: Int) {
        let compared = Array(left.utf8).withUnsafeBytes { left in
            Array(right.utf8).withUnsafeBytes { left.comparedBytes(to: $0) }
        }
        #expect(compared.signum() == order)
    }
}
