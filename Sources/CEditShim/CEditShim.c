#define _GNU_SOURCE
#include "CEditShim.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>
#ifdef PUBQL_LIBEDIT
#include <histedit.h>
#endif

_Static_assert(sizeof(wchar_t) == sizeof(uint32_t), "wide characters are code points");

bool pubql_set_utf8_locale(void) {
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return true;
  return setlocale(LC_CTYPE, "C.UTF-8") || setlocale(LC_CTYPE, "en_US.UTF-8");
}

// Signals. A handler may only set flags and write to a pipe; a pipe and not only the flag, since a
// signal that comes just before poll() would otherwise be seen at the next key.

static volatile sig_atomic_t interrupted, resized, continued;
static int wake[2] = {-1, -1}, stop[2] = {-1, -1};
static const int numbers[] = {SIGINT, SIGWINCH, SIGCONT};
static struct sigaction before[3];

static void on_signal(int number) {
  int saved = errno;
  ssize_t ignored = 0;
  if (number == SIGINT) interrupted = 1, ignored = write(stop[1], "", 1);
  if (number == SIGWINCH) resized = 1;
  if (number == SIGCONT) continued = 1;
  ignored = write(wake[1], "", 1);
  (void)ignored;
  errno = saved;
}

static bool open_pipe(int ends[2], int reading_flags) {
  if (ends[0] >= 0) return true;
  if (pipe(ends) != 0) return false;
  for (int i = 0; i < 2; i++) fcntl(ends[i], F_SETFD, FD_CLOEXEC);
  fcntl(ends[0], F_SETFL, reading_flags);
  fcntl(ends[1], F_SETFL, O_NONBLOCK);
  return true;
}

bool pubql_signals_take(void) {
  if (!open_pipe(wake, O_NONBLOCK) || !open_pipe(stop, 0)) return false;
  struct sigaction action = {.sa_handler = on_signal};  // no SA_RESTART: a read must end
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < 3; i++)
    if (sigaction(numbers[i], &action, &before[i]) != 0) return false;
  return true;
}

void pubql_signals_give_back(void) {
  for (int i = 0; i < 3; i++) sigaction(numbers[i], &before[i], NULL);
}

void pubql_signals_forget_interrupt(void) { interrupted = 0; }

bool pubql_signals_await_interrupt(void) {
  char byte;
  for (;;) {
    ssize_t count = read(stop[0], &byte, 1);
    if (count == 1) return true;
    if (count == 0 || errno != EINTR) return false;
  }
}

// Reading.

struct pubql_edit {
  pubql_key_function keys;
  void *context;
  bool interrupted, is_terminal;
  uint8_t waiting[4096];  // bytes read ahead: [start, end)
  size_t start, end, dropped;
  wchar_t *prompt, *prefill;
#ifdef PUBQL_LIBEDIT
  EditLine *el;
  HistoryW *history;
#endif
};

static void follow_screen(pubql_edit *e) {
#ifdef PUBQL_LIBEDIT
  if (resized) el_resize(e->el);
  if (continued) {  // after Ctrl-Z and fg: the shell has set the terminal its own way
    el_wset(e->el, EL_PREP_TERM, 1);
    if (e->is_terminal) fputs("\033[?2004h", stdout);
    el_wset(e->el, EL_REFRESH);
  }
#endif
  (void)e, resized = 0, continued = 0;
}

static int next_byte(pubql_edit *e, uint8_t *byte) {
  for (;;) {
    if (interrupted) {
      interrupted = 0, e->interrupted = true, errno = EINTR;
      return PUBQL_READ_INTERRUPTED;
    }
    if (resized || continued) follow_screen(e);
    if (e->start < e->end) return *byte = e->waiting[e->start++], 1;
    struct pollfd fds[2] = {{STDIN_FILENO, POLLIN, 0}, {wake[0], POLLIN, 0}};
    if (poll(fds, wake[0] < 0 ? 1 : 2, -1) < 0) {
      if (errno == EINTR) continue;
      return PUBQL_READ_END;
    }
    char drained[64];
    if (fds[1].revents) while (read(wake[0], drained, sizeof drained) > 0) {}
    if (!fds[0].revents) continue;
    ssize_t count = read(STDIN_FILENO, byte, 1);
    if (count >= 0) return (int)count;
    if (errno != EINTR && errno != EAGAIN) return PUBQL_READ_END;
  }
}

int pubql_edit_next(pubql_edit *e, uint32_t *scalar) {
  mbstate_t state = {0};
  uint8_t byte;
  for (;;) {
    int status = next_byte(e, &byte);
    if (status <= 0) return status;
    size_t length = mbrtowc((wchar_t *)scalar, (const char *)&byte, 1, &state);
    if (length == (size_t)-1) *scalar = byte < 0x80 ? byte : 0xFFFD;
    if (length != (size_t)-2) return 1;
  }
}

size_t pubql_edit_waiting(pubql_edit *e, int milliseconds, const uint8_t **bytes) {
  struct pollfd fd = {STDIN_FILENO, POLLIN, 0};
  memmove(e->waiting, e->waiting + e->start, e->end - e->start);
  e->end -= e->start, e->start = 0;
  if (e->end < sizeof e->waiting && poll(&fd, 1, milliseconds) == 1 && (fd.revents & POLLIN)) {
    ssize_t count = read(STDIN_FILENO, e->waiting + e->end, sizeof e->waiting - e->end);
    if (count > 0) e->end += (size_t)count;
  }
  *bytes = e->waiting;
  return e->end;
}

void pubql_edit_prefill(pubql_edit *e, const uint32_t *text) {
  free(e->prefill);
  e->prefill = *text ? wcsdup((const wchar_t *)text) : NULL;
}

void pubql_edit_close(pubql_edit *e) {
  if (!e) return;
#ifdef PUBQL_LIBEDIT
  if (e->el) el_end(e->el);
  if (e->history) history_wend(e->history);
#endif
  free(e->prompt), free(e->prefill), free(e);
}

#ifdef PUBQL_LIBEDIT

static pubql_edit *owner(EditLine *el) {
  void *edit = NULL;
  el_wget(el, EL_CLIENTDATA, &edit);
  return edit;
}

static wchar_t *prompt(EditLine *el) { return owner(el)->prompt; }

static int get_character(EditLine *el, wchar_t *c) {
  pubql_edit *e = owner(el);
  if (e->prefill) {  // only now, when the editor has begun the line
    el_winsertstr(el, e->prefill);
    free(e->prefill), e->prefill = NULL;
    fputs("\r\033[K", stdout);
    el_wset(el, EL_REFRESH);
  }
  int status = pubql_edit_next(e, (uint32_t *)c);
  if (status < 0) e->dropped = (size_t)(el_wline(el)->lastchar - el_wline(el)->buffer);
  return status;
}

static unsigned char serve(EditLine *el, int key) {
  pubql_edit *e = owner(el);
  switch (e->keys(e->context, key)) {
    case PUBQL_KEY_DONE: return CC_NORM;
    case PUBQL_KEY_CHANGED: return CC_REFRESH;
    case PUBQL_KEY_ENDED: return CC_EOF;
    default: return CC_ERROR;
  }
}

#define KEY_FUNCTION(name, key) \
  static unsigned char name(EditLine *el, wint_t c) { return (void)c, serve(el, key); }
KEY_FUNCTION(on_complete, PUBQL_KEY_COMPLETE)
KEY_FUNCTION(on_previous, PUBQL_KEY_PREVIOUS)
KEY_FUNCTION(on_next, PUBQL_KEY_NEXT)
KEY_FUNCTION(on_paste, PUBQL_KEY_PASTE)

pubql_edit *pubql_edit_open(const char *program, pubql_key_function keys, void *context) {
  HistEventW event;
  const char *term = getenv("TERM");
  pubql_edit *e = calloc(1, sizeof *e);
  if (!e) return NULL;
  e->keys = keys, e->context = context;
  e->is_terminal = isatty(STDOUT_FILENO) && term && strcmp(term, "dumb") != 0;
  e->el = el_init(program, stdin, stdout, stderr);
  e->history = history_winit();
  if (!e->el || !e->history) return pubql_edit_close(e), NULL;
  history_w(e->history, &event, H_SETSIZE, 10000);
  el_wset(e->el, EL_CLIENTDATA, e);
  el_wset(e->el, EL_EDITOR, L"emacs");
  el_wset(e->el, EL_SIGNAL, 0);
  el_wset(e->el, EL_HIST, history_w, e->history);
  el_wset(e->el, EL_PROMPT_ESC, prompt, (wchar_t)1);
  el_wset(e->el, EL_GETCFN, get_character);
  el_wset(e->el, EL_ADDFN, L"pubql-complete", L"complete the word", on_complete);
  el_wset(e->el, EL_ADDFN, L"pubql-previous", L"recall an earlier statement", on_previous);
  el_wset(e->el, EL_ADDFN, L"pubql-next", L"recall a later statement", on_next);
  el_wset(e->el, EL_ADDFN, L"pubql-paste", L"take pasted text as it is", on_paste);
  el_source(e->el, NULL);  // the user's .editrc; the host's keys come after it
  return e;
}

void pubql_edit_bind(pubql_edit *e, const uint32_t *keys, const uint32_t *function) {
  el_wset(e->el, EL_BIND, (const wchar_t *)keys, (const wchar_t *)function, NULL);
}

int pubql_edit_read(pubql_edit *e, const uint32_t *text, const uint32_t **line, size_t *count) {
  int length = 0;
  free(e->prompt), e->prompt = wcsdup((const wchar_t *)text);
  if (!e->prompt) return PUBQL_READ_END;
  e->interrupted = false, e->dropped = 0;
  el_wset(e->el, EL_PREP_TERM, 1);  // before the prompt: a Ctrl-D typed at once must not be lost
  if (e->is_terminal) fputs("\033[?2004h", stdout), fflush(stdout);
  *line = (const uint32_t *)el_wgets(e->el, &length);
  if (e->is_terminal) fputs("\033[?2004l", stdout);
  if (e->interrupted) fputs("^C\n", stdout), el_reset(e->el);
  fflush(stdout);
  *count = e->dropped;
  if (e->interrupted) return PUBQL_READ_INTERRUPTED;
  if (!*line || length <= 0) return PUBQL_READ_END;
  *count = (size_t)length - ((*line)[length - 1] == '\n');
  return PUBQL_READ_LINE;
}

bool pubql_edit_is_rich(void) { return true; }

void pubql_edit_remember(pubql_edit *e, const uint32_t *text) {
  HistEventW event;
  history_w(e->history, &event, H_ENTER, (const wchar_t *)text);
}

void pubql_edit_line(pubql_edit *e, const uint32_t **text, size_t *count, size_t *cursor) {
  const LineInfoW *info = el_wline(e->el);
  *text = (const uint32_t *)info->buffer;
  *count = (size_t)(info->lastchar - info->buffer);
  *cursor = (size_t)(info->cursor - info->buffer);
}

void pubql_edit_replace(pubql_edit *e, size_t start, size_t end, const uint32_t *text) {
  const LineInfoW *info = el_wline(e->el);
  if (start > end || end > (size_t)(info->lastchar - info->buffer)) return;
  el_cursor(e->el, (int)end - (int)(info->cursor - info->buffer));
  el_deletestr(e->el, (int)(end - start));
  if (*text) el_winsertstr(e->el, (const wchar_t *)text);
}

void pubql_edit_show(pubql_edit *e, const char *text) {
  fprintf(stdout, "\r\n%s%s\r\n", e->is_terminal ? "\033[J" : "", text);
  el_wset(e->el, EL_REFRESH);
}

#else  // The host reads plain lines with pubql_edit_next.

bool pubql_edit_is_rich(void) { return false; }
pubql_edit *pubql_edit_open(const char *program, pubql_key_function keys, void *context) {
  return (void)program, (void)keys, (void)context, calloc(1, sizeof(pubql_edit));
}
void pubql_edit_bind(pubql_edit *e, const uint32_t *k, const uint32_t *f) { (void)e, (void)k, (void)f; }
int pubql_edit_read(pubql_edit *e, const uint32_t *text, const uint32_t **line, size_t *count) {
  return (void)e, (void)text, (void)line, (void)count, PUBQL_READ_END;
}
void pubql_edit_remember(pubql_edit *e, const uint32_t *text) { (void)e, (void)text; }
void pubql_edit_line(pubql_edit *e, const uint32_t **text, size_t *count, size_t *cursor) {
  (void)e, *text = NULL, *count = *cursor = 0;
}
void pubql_edit_replace(pubql_edit *e, size_t start, size_t end, const uint32_t *text) {
  (void)e, (void)start, (void)end, (void)text;
}
void pubql_edit_show(pubql_edit *e, const char *text) { (void)e, (void)text; }

#endif
