/// Notes about customers, on a page of their own.
@NullMarked
package com.example.sample;

import org.jspecify.annotations.NullMarked;
