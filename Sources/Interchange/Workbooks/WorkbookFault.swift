/// A file that is no workbook, a damaged one, or a sheet that is no table: what is wrong, in words.
struct WorkbookFault: Error, Equatable {
  /// The sheet's row or cell, with the file; nil where the file as a whole is at fault.
  let place: String?
  let message: String

  init(place: String? = nil, message: String) {
    self.place = place
    self.message = message
  }
}
