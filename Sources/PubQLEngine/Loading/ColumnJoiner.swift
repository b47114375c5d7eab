import PubQLFormats
import PubQLModel

/// Joins the columns of pieces into those of a segment.
struct ColumnJoiner: Sendable {
  let raw: [RawPiece]
  let columns: [PieceColumns]

  /// All fields of the segment.
  func fields(in stores: TextStores) -> [SegmentField] {
    let names = fieldNames
    return Parallel.map(names.count) { index in
      let name = names[index]
      let standard = StandardField.allCases.first { $0.name == name }
      let kind = standard.map(FieldKind.init) ?? .category
      guard kind.isCoded else {
        return SegmentField(
          name: name, kind: kind, isMultiple: false,
          data: .text(LoadedTexts(textColumn(standard), in: stores)))
      }
      let field = coded(name, kind)
      return SegmentField(
        name: name, kind: kind, isMultiple: field.column.isMultiple, data: .coded(Lazy(field)))
    }
  }

  /// The bytes that readers made, piece after piece; empty when memory is short.
  func made() -> ByteStore {
    var builder = ByteStoreBuilder()
    for piece in raw {
      piece.records.made.withUnsafeBufferPointer { bytes in
        // Values are checked against the store's length where they are read.
        try? builder.append(bytes)
      }
    }
    return builder.finish()
  }

  /// The standard fields, then those that have a value.
  private var fieldNames: [String] {
    var names = StandardField.allCases.map(\.name)
    let known = Set(names)
    var others: Set<String> = []
    for piece in columns {
      for (name, column) in piece.columns where !known.contains(name) && !column.codes.isEmpty {
        others.insert(name)
      }
    }
    names += others.sorted()
    return names
  }

  private func textColumn(_ field: StandardField?) -> TextColumn {
    var column = TextColumn()
    column.reserve(raw.reduce(0) { $0 + $1.records.recordCount })
    guard let field else { return column }
    var madeBase: UInt32 = 0
    for piece in raw {
      var cursor = FieldCursor(piece.records.fields[field.rawValue])
      for record in 0..<piece.records.recordCount {
        guard let value = cursor.values(of: record).first else {
          column.appendMissing()
          continue
        }
        let shift = value.start & RawValue.madeFlag != 0 ? madeBase : piece.offset
        column.append(RawValue(start: value.start + shift, length: value.length))
      }
      madeBase += UInt32(piece.records.made.count)
    }
    return column
  }

  private func coded(_ name: String, _ kind: FieldKind) -> CodedField {
    var builder = DictionaryBuilder(kind: kind)
    var starts: [UInt32] = [0]
    var codes: [UInt32] = []
    for (piece, columns) in zip(raw, columns) {
      guard let column = columns.columns[name] else {
        starts.append(
          contentsOf: repeatElement(
            starts[starts.count - 1], count: piece.records.recordCount))
        continue
      }
      let mapping = (0..<column.count).map { code in
        column.withText(code) {
          builder.intern($0, date: kind == .date ? column.dates[code] : nil)
        }
      }
      let base = UInt32(codes.count)
      codes.append(contentsOf: column.codes.map { mapping[Int($0)] })
      starts.append(contentsOf: column.starts.dropFirst().map { $0 + base })
    }
    return builder.finish(starts: starts, codes: codes)
  }
}
