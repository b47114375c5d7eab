// Fixed-argument functions round libedit's variadic wide ones, which Swift cannot call, and the
// signals of a prompt. The only C of the project.
//
// Texts are UTF-32 code points; those that go in end with 0. Built without PUBQL_LIBEDIT lines can
// be read with `pubql_edit_next` only.
#ifndef PUBQL_CEDITSHIM_H
#define PUBQL_CEDITSHIM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Makes characters beyond ASCII work; false if no UTF-8 locale is there.
bool pubql_set_utf8_locale(void);

/// Takes over SIGINT, SIGWINCH and SIGCONT until they are given back; false if that failed.
bool pubql_signals_take(void);
void pubql_signals_give_back(void);
/// A SIGINT that came was not meant for the line that is read next.
void pubql_signals_forget_interrupt(void);
/// Waits until SIGINT comes: for a thread that stops the work of another. False if none can come.
bool pubql_signals_await_interrupt(void);

/// A line editor on standard input and output; one at a time in a process.
typedef struct pubql_edit pubql_edit;

/// The keys that the host serves; the editor's functions pubql-complete, -previous, -next, -paste.
enum { PUBQL_KEY_COMPLETE, PUBQL_KEY_PREVIOUS, PUBQL_KEY_NEXT, PUBQL_KEY_PASTE };
/// What came of it: nothing to draw, the line changed, no meaning here, no more input.
enum { PUBQL_KEY_DONE, PUBQL_KEY_CHANGED, PUBQL_KEY_REFUSED, PUBQL_KEY_ENDED };
typedef int (*pubql_key_function)(void *context, int key);

/// Null if there is not enough memory or no terminal.
pubql_edit *pubql_edit_open(const char *program, pubql_key_function keys, void *context);
void pubql_edit_close(pubql_edit *edit);
/// Whether `pubql_edit_read` and the keys are there.
bool pubql_edit_is_rich(void);
/// Binds keys (`^I`, `\e[A`) to a function of the editor or of the host.
void pubql_edit_bind(pubql_edit *edit, const uint32_t *keys, const uint32_t *function);

enum { PUBQL_READ_INTERRUPTED = -1, PUBQL_READ_END = 0, PUBQL_READ_LINE = 1 };
/// Reads a line, without its end; it lives until the next call. When interrupted, `count` tells how
/// much was typed. In the prompt, code points between two \1 take no room.
int pubql_edit_read(
    pubql_edit *edit, const uint32_t *prompt, const uint32_t **line, size_t *count);
/// Reads one code point: 1, or as above; what is not UTF-8 comes as U+FFFD.
int pubql_edit_next(pubql_edit *edit, uint32_t *scalar);
/// The next line begins with this text, as if it had been typed.
void pubql_edit_prefill(pubql_edit *edit, const uint32_t *text);
/// Bytes that were sent already, waiting so long for them; they stay to be read.
size_t pubql_edit_waiting(pubql_edit *edit, int milliseconds, const uint8_t **bytes);
/// Ctrl-R finds this text from now on.
void pubql_edit_remember(pubql_edit *edit, const uint32_t *text);

// For a key function: the line as it stands, a change to it, and UTF-8 text below it.
void pubql_edit_line(pubql_edit *edit, const uint32_t **text, size_t *count, size_t *cursor);
void pubql_edit_replace(pubql_edit *edit, size_t start, size_t end, const uint32_t *text);
void pubql_edit_show(pubql_edit *edit, const char *text);

#endif
