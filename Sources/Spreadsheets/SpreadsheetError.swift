internal import CLibXLSXWriter
internal import Glibc

/// Why a workbook could not be made: the call that failed, a stable code and a sentence.
public struct SpreadsheetError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Who said no.
  public enum Code: Hashable, Sendable {
    /// The library returned this `lxw_error`.
    case library(Int)
    /// The system returned this `errno`.
    case system(Int)
    /// This module refused the arguments before the library saw them.
    case refused(Refusal)
    /// The finished file was read back and is not what was written.
    case damaged
  }

  /// What was wrong with the arguments.
  public enum Refusal: String, Hashable, Sendable {
    /// The workbook was closed before.
    case closed
    /// A row or column outside the sheet, or a range upside down.
    case position
    /// A number that is NaN, infinite or too large to be stored exactly.
    case number
    /// A date that is not in the calendar or not in Excel's range.
    case date
    /// A text over the limit of its place.
    case length
    /// A sheet name that Excel does not take or that is taken.
    case sheetName
    /// A reference to a sheet that was never added.
    case unknownSheet
    /// A defined name, table name or heading that Excel does not take or that is taken.
    case name
    /// A format with a value outside its range, or of another workbook.
    case format
    /// Two merged ranges or tables over the same cells.
    case overlap
    /// Something that a constant-memory workbook cannot do.
    case constantMemory
    /// More objects than the library or Excel counts.
    case count
    /// Another argument outside its range.
    case argument
  }

  /// The call that failed: a function of this module, of the library or of the system.
  public let call: String
  /// Who said no, and what.
  public let code: Code
  /// What was found and what was expected, in one sentence.
  public let sentence: String

  /// `call: sentence (code)`.
  public var description: String {
    let shown =
      switch code {
      case .library(let number): "library error \(number)"
      case .system(let number): "system error \(number)"
      case .refused(let refusal): refusal.rawValue
      case .damaged: "damaged"
      }
    return "\(call): \(sentence) (\(shown))"
  }

  static func refused(_ refusal: Refusal, _ call: String, _ sentence: String) -> SpreadsheetError {
    SpreadsheetError(call: call, code: .refused(refusal), sentence: sentence)
  }

  static func damaged(_ sentence: String) -> SpreadsheetError {
    SpreadsheetError(call: "read back", code: .damaged, sentence: sentence)
  }

  /// The error of the system call that just failed.
  static func system(_ call: String, _ path: String) -> SpreadsheetError {
    let number = errno
    return SpreadsheetError(
      call: call, code: .system(Int(number)),
      sentence: unsafe "\(String(cString: strerror(number))): \(path)")
  }
}

/// Throws unless the library reported success. Every result of the library goes through here:
/// a lost one gives no warning.
@inline(__always)
func check(_ result: lxw_error, _ call: StaticString) throws {
  if result != LXW_NO_ERROR { throw failure(result, call) }
}

private func failure(_ result: lxw_error, _ call: StaticString) -> SpreadsheetError {
  SpreadsheetError(
    call: "\(call)", code: .library(Int(result.rawValue)),
    sentence: unsafe String(cString: lxw_strerror(result)))
}

/// Throws when the library could not make an object.
func made<Pointee>(_ pointer: UnsafeMutablePointer<Pointee>?, _ call: StaticString) throws
  -> UnsafeMutablePointer<Pointee>
{
  guard let pointer = unsafe pointer else {
    throw SpreadsheetError(
      call: "\(call)", code: .library(Int(LXW_ERROR_MEMORY_MALLOC_FAILED.rawValue)),
      sentence: "the library did not make the object")
  }
  return unsafe pointer
}

/// Copies of strings that a C struct points at; freed together.
@safe final class CStrings {
  private var copies: [UnsafeMutablePointer<CChar>] = unsafe []

  deinit { unsafe copies.forEach { unsafe free($0) } }

  func copy(_ text: String) -> UnsafeMutablePointer<CChar>? {
    guard let copy = unsafe strdup(text) else { return nil }
    unsafe copies.append(copy)
    return unsafe copy
  }
}
