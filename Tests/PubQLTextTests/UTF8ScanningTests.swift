import PubQLText
import Testing

@Suite struct UTF8ScanningTests {
  @Test(arguments: 0..<20 as Range<UInt64>)
  func validityAgreesWithSwift(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<40 {
      let bytes = generator.hostileBytes(upTo: 30)
      let valid = String(validating: bytes, as: UTF8.self) != nil
      bytes.withUnsafeBufferPointer {
        #expect(UTF8Scanner.isValid($0) == valid, "seed \(seed): \(bytes)")
        #expect(UTF8Scanner.isASCII($0) == bytes.allSatisfy { $0 < 0x80 }, "seed \(seed): \(bytes)")
        var index = 0
        while index < bytes.count {
          let (_, length) = UTF8Scanner.decode($0, at: index)
          #expect((1...4).contains(length))
          index += length
        }
        #expect(index == bytes.count)
      }
      var out: [UInt8] = []
      bytes.withUnsafeBufferPointer { UTF8Scanner.decodeLossyAsWindows1252($0, into: &out) }
      #expect(out.withUnsafeBufferPointer(UTF8Scanner.isValid), "seed \(seed): \(bytes)")
    }
  }

  @Test(
    arguments: [
      [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0xBF, 0xBF],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80], [0xC3], [0xE4, 0xB8],
      [0xF0, 0x9F, 0x98],
    ] as [[UInt8]])
  func refuses(bytes: [UInt8]) {
    #expect(!bytes.withUnsafeBufferPointer(UTF8Scanner.isValid))
  }

  @Test func everyScalarIsDecodedForwardsAndBackwards() {
    for scalar in stride(from: UInt32(0), through: 0x10FFFF, by: 13) {
      if (0xD800...0xDFFF).contains(scalar) { continue }
      let bytes = UTF8Scanner.encoded(scalar)
      bytes.withUnsafeBufferPointer {
        let forwards = UTF8Scanner.decode($0, at: 0)
        let backwards = UTF8Scanner.decode($0, before: bytes.count)
        if forwards != (scalar, bytes.count) || backwards != (scalar, bytes.count) {
          Issue.record("U+\(String(scalar, radix: 16))")
        }
      }
    }
    #expect(UTF8Scanner.encoded(0xD800) == [0xEF, 0xBF, 0xBD])
    #expect(UTF8Scanner.encoded(0x110000) == [0xEF, 0xBF, 0xBD])
  }

  @Test func readsWindows1252() {
    let bytes: [UInt8] = [0x93, 0x41, 0x94, 0x80, 0xE9, 0xC3, 0xA9, 0x81, 0x96]
    var out: [UInt8] = []
    bytes.withUnsafeBufferPointer { UTF8Scanner.decodeLossyAsWindows1252($0, into: &out) }
    #expect(String(decoding: out, as: UTF8.self) == "“A”€éé\u{81}–")
  }

  @Test func finds() {
    let haystack = Array("the digital silk road".utf8)
    haystack.withUnsafeBufferPointer {
      #expect(UTF8Scanner.find(Array("silk".utf8), in: $0) == 12)
      #expect(UTF8Scanner.find(Array("Silk".utf8), in: $0) == nil)
      #expect(UTF8Scanner.find([], in: $0) == 0)
      #expect(UTF8Scanner.firstIndex(of: 0x20, in: $0) == 3)
      #expect(UTF8Scanner.firstIndex(of: 0, in: $0) == nil)
    }
    [UInt8]().withUnsafeBufferPointer {
      #expect(UTF8Scanner.find([1], in: $0) == nil)
      #expect(UTF8Scanner.firstIndex(of: 1, in: $0) == nil)
    }
  }
}
