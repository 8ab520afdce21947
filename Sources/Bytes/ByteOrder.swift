internal import Glibc

extension UnsafeRawBufferPointer {
    /// Below, at or above zero as these bytes sort before, with or behind `other`.
    package func comparedBytes(to other: UnsafeRawBufferPointer) -> Int {
        let common = Swift.min(count, other.count)
        if common > 0, let left = baseAddress, let right = other.baseAddress {
            let order = memcmp(left, right, common)
            if order != 0 { return Int(order) }
        }
        return count - other.count
    }
}
