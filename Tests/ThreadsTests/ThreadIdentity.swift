import Glibc

enum ThreadIdentity {
    static var current: UInt { UInt(pthread_self()) }
}
