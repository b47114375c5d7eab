import PubQLModel

/// Where everything is in a snapshot: its header and directory, read and checked, or to be written.
struct SnapshotDirectory {
  var segments: [SnapshotLayout.Segment] = []

  init() {}

  /// Reads header, trailer and directory, and makes sure that everything they name lies in the file.
  init(_ file: UnsafeBufferPointer<UInt8>) throws(SnapshotError) {
    try Self.checkHeader(file)
    let range = try Self.directoryRange(file)
    try read(UnsafeBufferPointer(rebasing: file[range]), fileLength: file.count)
  }

  private static func checkHeader(_ file: UnsafeBufferPointer<UInt8>) throws(SnapshotError) {
    guard file.starts(with: SnapshotLayout.magic) else { throw .notASnapshot }
    guard file.count >= SnapshotLayout.headerLength + SnapshotLayout.trailerLength else {
      throw .cutShort
    }
    let bytes = UnsafeBufferPointer(rebasing: file.prefix(SnapshotLayout.headerLength))
    var header = try checked(bytes, "the header")
    try header.skip(SnapshotLayout.magic.count)
    let version = try header.uint32()
    guard version == SnapshotLayout.version else {
      throw .version(found: version, known: SnapshotLayout.version)
    }
    let rules = try header.uint32()
    guard rules == SnapshotLayout.rules else {
      throw .rules(found: rules, known: SnapshotLayout.rules)
    }
  }

  /// Where the trailer says that the directory is.
  private static func directoryRange(
    _ file: UnsafeBufferPointer<UInt8>
  ) throws(SnapshotError) -> Range<Int> {
    let bytes = UnsafeBufferPointer(rebasing: file.suffix(SnapshotLayout.trailerLength))
    guard bytes.starts(with: SnapshotLayout.endMagic) else { throw .cutShort }
    var trailer = try checked(bytes, "the trailer")
    try trailer.skip(SnapshotLayout.endMagic.count)
    let length = try trailer.uint64()
    let offset = try trailer.uint64()
    let size = try trailer.uint64()
    let checksum = try trailer.uint64()
    guard length == UInt64(file.count), let range = range(offset, size, in: file.count) else {
      throw .cutShort
    }
    guard
      Checksum.of(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(file)[range])) == checksum
    else { throw .damaged("the directory") }
    return range
  }

  /// Reads bytes whose last eight are the checksum of the others.
  private static func checked(
    _ bytes: UnsafeBufferPointer<UInt8>, _ name: String
  ) throws(SnapshotError) -> LittleEndianReader {
    let content = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes).dropLast(8))
    let sum = UnsafeRawBufferPointer(bytes).loadUnaligned(
      fromByteOffset: content.count, as: UInt64.self)
    guard Checksum.of(content) == UInt64(littleEndian: sum) else { throw .damaged(name) }
    return LittleEndianReader(bytes)
  }

  /// A part of a file; nil where it does not lie in it.
  static func range(_ offset: UInt64, _ length: UInt64, in count: Int) -> Range<Int>? {
    let (end, overflow) = offset.addingReportingOverflow(length)
    guard !overflow, end <= UInt64(count) else { return nil }
    return Int(offset)..<Int(end)
  }

  private mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, fileLength: Int
  ) throws(SnapshotError) {
    var reader = LittleEndianReader(bytes)
    for _ in 0..<(try reader.uint32()) {
      let recordCount = try reader.uint64()
      guard recordCount > 0, recordCount < UInt64(UInt32.max) else {
        throw .damaged("the directory")
      }
      var segment = SnapshotLayout.Segment(recordCount: Int(recordCount))
      for _ in 0..<(try reader.uint32()) {
        segment.fields.append(try Self.field(&reader, fileLength))
      }
      segment.sections = try Self.sections(&reader, fileLength)
      // Then the file is as long as many records: memory is only taken for as many as it has.
      guard
        segment.sections.contains(where: {
          $0.role == .lines && Int($0.length) == segment.recordCount * $0.role.elementSize
        })
      else { throw .damaged("the directory") }
      segments.append(segment)
    }
  }

  private static func field(
    _ reader: inout LittleEndianReader, _ fileLength: Int
  ) throws(SnapshotError) -> SnapshotLayout.Field {
    let name = try reader.text()
    let kind = Int(try reader.uint8())
    let flags = try reader.uint8()
    let standard = StandardField.allCases.first { $0.name == name }.map(FieldKind.init)
    guard FieldKind.stored.indices.contains(kind),
      FieldKind.stored[kind] == standard ?? .category
    else { throw .damaged("the directory") }
    return SnapshotLayout.Field(
      name: name, kind: FieldKind.stored[kind], isMultiple: flags & 1 != 0,
      hasRepeatedGroups: flags & 2 != 0, sections: try sections(&reader, fileLength))
  }

  private static func sections(
    _ reader: inout LittleEndianReader, _ fileLength: Int
  ) throws(SnapshotError) -> [SnapshotLayout.Section] {
    var result: [SnapshotLayout.Section] = []
    for _ in 0..<(try reader.uint16()) {
      guard let role = SnapshotLayout.Role(rawValue: try reader.uint16()) else {
        throw .damaged("the directory")
      }
      let section = SnapshotLayout.Section(
        role: role, offset: try reader.uint64(), length: try reader.uint64(),
        checksums: try reader.uint64(), checksumOfChecksums: try reader.uint64())
      guard range(section.offset, section.length, in: fileLength) != nil,
        section.offset % UInt64(SnapshotLayout.alignment) == 0,
        section.length % UInt64(role.elementSize) == 0,
        range(section.checksums, UInt64(section.blockCount) * 8, in: fileLength) != nil
      else { throw .damaged("the directory") }
      result.append(section)
    }
    return result
  }

  /// The directory's bytes.
  var bytes: [UInt8] {
    var writer = LittleEndianWriter()
    writer.append(UInt32(segments.count))
    for segment in segments {
      writer.append(UInt64(segment.recordCount))
      writer.append(UInt32(segment.fields.count))
      for field in segment.fields {
        writer.append(field.name)
        writer.append(field.kind.code)
        writer.append(UInt8((field.isMultiple ? 1 : 0) | (field.hasRepeatedGroups ? 2 : 0)))
        Self.append(field.sections, to: &writer)
      }
      Self.append(segment.sections, to: &writer)
    }
    return writer.bytes
  }

  private static func append(
    _ sections: [SnapshotLayout.Section], to writer: inout LittleEndianWriter
  ) {
    writer.append(UInt16(sections.count))
    for section in sections {
      writer.append(section.role.rawValue)
      writer.append(section.offset)
      writer.append(section.length)
      writer.append(section.checksums)
      writer.append(section.checksumOfChecksums)
    }
  }

  static var header: [UInt8] {
    var writer = LittleEndianWriter(SnapshotLayout.magic)
    writer.append(SnapshotLayout.version)
    writer.append(SnapshotLayout.rules)
    return writer.sealed(SnapshotLayout.headerLength)
  }

  /// The end of a file of that length, whose directory lies at `offset`.
  static func trailer(fileLength: Int, offset: Int, directory: [UInt8]) -> [UInt8] {
    var writer = LittleEndianWriter(SnapshotLayout.endMagic)
    writer.append(UInt64(fileLength))
    writer.append(UInt64(offset))
    writer.append(UInt64(directory.count))
    writer.append(directory.withUnsafeBytes { Checksum.of($0) })
    return writer.sealed(SnapshotLayout.trailerLength)
  }
}

/// Reads numbers and texts from bytes, never beyond their end.
struct LittleEndianReader {
  private let bytes: UnsafeRawBufferPointer
  private var place = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = UnsafeRawBufferPointer(bytes) }

  mutating func skip(_ count: Int) throws(SnapshotError) { _ = try advance(count) }

  mutating func uint8() throws(SnapshotError) -> UInt8 { bytes[try advance(1)] }

  mutating func uint16() throws(SnapshotError) -> UInt16 { try number() }

  mutating func uint32() throws(SnapshotError) -> UInt32 { try number() }

  mutating func uint64() throws(SnapshotError) -> UInt64 { try number() }

  /// A text behind its length in bytes (16 bits).
  mutating func text() throws(SnapshotError) -> String {
    let count = Int(try uint16())
    let start = try advance(count)
    return String(decoding: bytes[start..<start + count], as: UTF8.self)
  }

  private mutating func number<Number: FixedWidthInteger>() throws(SnapshotError) -> Number {
    let start = try advance(MemoryLayout<Number>.size)
    return Number(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: Number.self))
  }

  /// Where the next bytes begin.
  private mutating func advance(_ count: Int) throws(SnapshotError) -> Int {
    guard count <= bytes.count - place else { throw .damaged("the directory") }
    place += count
    return place - count
  }
}

/// Writes numbers and texts one after another.
struct LittleEndianWriter {
  private(set) var bytes: [UInt8]

  init(_ bytes: [UInt8] = []) { self.bytes = bytes }

  /// The bytes, zeros up to that length, and a checksum of all that at its end.
  func sealed(_ length: Int) -> [UInt8] {
    var sealed = self
    sealed.bytes += [UInt8](repeating: 0, count: length - 8 - bytes.count)
    sealed.append(sealed.bytes.withUnsafeBytes { Checksum.of($0) })
    return sealed.bytes
  }

  mutating func append(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// At most 65,535 bytes of it, which no name of a field comes near.
  mutating func append(_ text: String) {
    let utf8 = text.utf8.prefix(Int(UInt16.max))
    append(UInt16(utf8.count))
    bytes.append(contentsOf: utf8)
  }
}
