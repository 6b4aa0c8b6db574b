;;; Runs in Emacs after the set-up of docs/editors.md: does what a person does, and writes what came of it as JSON.  -*- lexical-binding: t -*-
;; In a folder with gitlab-runner/config.toml; the result goes to $RESULT.
(require 'json)
(require 'flymake)
(require 'eglot)

(defun wait-for (what condition)
  "Wait until CONDITION holds; WHAT is what it means."
  (let ((end (+ (float-time) 30)) value)
    (while (not (setq value (funcall condition)))
      (when (> (float-time) end) (error "%s did not come" what))
      (accept-process-output nil 0.05))
    value))

(defun diagnostics ()
  "What flymake shows of the buffer."
  (flymake-start)
  (mapcar (lambda (found)
            `((text . ,(flymake-diagnostic-text found))
              (line . ,(1- (line-number-at-pos (flymake-diagnostic-beg found))))
              (type . ,(format "%s" (flymake-diagnostic-type found)))))
          (flymake-diagnostics)))

(defun request (method &optional more)
  "Ask the server at point, as the commands of eglot do."
  (jsonrpc-request (eglot--current-server-or-lose) method (append (eglot--TextDocumentPositionParams) more)))

(defun check ()
  "Do it all, and say what came of it."
  (find-file "gitlab-runner/config.toml")
  ;; `eglot-ensure' waits for the end of a command, and there is none without a screen.
  (run-hooks 'post-command-hook)
  (wait-for "the server" #'eglot-current-server)
  ;; The first answer may come before the settings do.
  (wait-for "a diagnostic" (lambda () (= 1 (length (diagnostics)))))
  (let ((shown (diagnostics)) hover completion)
    (search-forward "image =")
    (backward-char 4)
    (setq hover (plist-get (plist-get (request :textDocument/hover) :contents) :value))
    (search-forward "helper_imgae")
    (backward-char 4)
    (setq completion
          (let ((answer (request :textDocument/completion)))
            (mapcar (lambda (item) (plist-get item :label)) (if (vectorp answer) answer (plist-get answer :items)))))
    ;; Without a screen nobody can choose: the first one is taken.
    (cl-letf (((symbol-function 'completing-read) (lambda (_prompt fixes &rest _) (caar fixes)))
              (last-nonmenu-event ?a))
      (eglot-code-actions (line-beginning-position) (line-end-position) "quickfix" t))
    ;; Done when nobody types for a while, and without a screen nobody does.
    (eglot--signal-textDocument/didChange)
    (wait-for "the end of the diagnostic" (lambda () (null (diagnostics))))
    `((diagnostics . ,(vconcat shown))
      (hover . ,hover)
      (completion . ,(vconcat completion))
      (fixed . ,(buffer-substring-no-properties (point-min) (point-max))))))

(let ((result (condition-case problem (check) (error `((error . ,(format "%S" problem)))))))
  (with-temp-file (getenv "RESULT") (insert (json-encode result))))
