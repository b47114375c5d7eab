/// A function of the script, which is worked out call by call: a lambda, or a definition that calls
/// itself.
package final class ScriptFunction: Sendable {
  let parameterCount: Int
  /// Its parameters are places of the frame: of a lambda the last ones, behind all that was bound
  /// outside of it; of a definition the only ones.
  let body: Scalar
  let meter: StepMeter
  /// How many levels of the stack a call takes.
  let levels: Int

  private init(parameterCount: Int, body: Scalar, meter: StepMeter, levels: Int) {
    self.parameterCount = parameterCount
    self.body = body
    self.meter = meter
    self.levels = levels
  }

  /// `x => …`
  package static func lambda(
    parameterCount: Int, body: Scalar, meter: StepMeter
  ) -> ScriptFunction {
    // The function that calls it stands between.
    ScriptFunction(
      parameterCount: parameterCount, body: body, meter: meter, levels: body.height + 6)
  }

  /// A definition whose arguments are worked out before each call.
  package static func definition(
    parameterCount: Int, body: Scalar, meter: StepMeter
  ) -> ScriptFunction {
    ScriptFunction(
      parameterCount: parameterCount, body: body, meter: meter, levels: body.height + 2)
  }
}
