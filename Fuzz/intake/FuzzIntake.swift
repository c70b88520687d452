import Intake
import PlanModel

// Coverage-guided fuzzing of the whole reader of submissions: `make fuzz`.

/// Small, so that every limit is met by inputs that a fuzzer makes.
private let limits: IntakeLimits = {
  var limits = IntakeLimits()
  limits.fieldBytes = 600
  limits.columns = 24
  limits.rows = 60
  limits.findings = 12
  return limits
}()

// libFuzzer calls from one thread only
nonisolated(unsafe) private let reader = SubmissionReader(limits: limits)

/// Reads one input, and dies when something does not hold.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let content = reader.read(bytes, in: SampleOffice.context())
  if let broken = Invariants.broken(content, limits: limits) { preconditionFailure(broken) }
  return 0
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ argc: UnsafeMutablePointer<Int32>,
  _ argv: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ one: @convention(c) (UnsafePointer<UInt8>, Int) -> Int32
) -> Int32

/// The executable's start: libFuzzer's driver.
///
/// The package manager links an executable with its module's main under this name.
@_cdecl("fuzz_intake_main")
public func fuzzMain(
  _ argc: Int32, _ argv: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
  var count = argc
  var arguments = argv
  return runDriver(&count, &arguments) { fuzzOne($0, $1) }
}
