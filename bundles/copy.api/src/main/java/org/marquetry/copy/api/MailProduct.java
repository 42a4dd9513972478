package org.marquetry.copy.api;

import org.marquetry.shop.api.ProductId;

/// A product that suits a reader.
///
/// @param why one line in the reader's language; blank: none
public record MailProduct(ProductId product, String why) {}
