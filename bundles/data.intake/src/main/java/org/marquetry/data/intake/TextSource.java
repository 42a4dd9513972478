package org.marquetry.data.intake;

import java.io.IOException;
import java.io.Reader;

/// Opens a text from its beginning, as often as needed.
interface TextSource {
  Reader open() throws IOException;
}
