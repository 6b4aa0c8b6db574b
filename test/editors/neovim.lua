-- Runs in Neovim after the set-up of docs/editors.md: does what a person does, and writes what came of it as JSON.
-- `:luafile` in a folder with gitlab-runner/config.toml and values.yaml; the result goes to $RESULT.
local result = {}

local function wait_for(what, condition)
  assert(vim.wait(30000, condition, 50), what .. ' did not come')
end

local function diagnostics()
  return vim.tbl_map(function(found)
    return { code = found.code, source = found.source, line = found.lnum, column = found.col, severity = found.severity }
  end, vim.diagnostic.get(0))
end

local function lines()
  return vim.api.nvim_buf_get_lines(0, 0, -1, false)
end

local function check()
  vim.cmd('edit gitlab-runner/config.toml')
  -- The first answer may come before the settings do.
  wait_for('a diagnostic', function() return #vim.diagnostic.get(0) == 1 end)
  result.diagnostics = diagnostics()

  vim.fn.search('image')
  vim.fn.feedkeys('K', 'x')
  local float
  wait_for('the hover', function()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then float = window end
    end
    return float ~= nil
  end)
  result.hover = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(float), 0, -1, false)
  vim.api.nvim_win_close(float, true)

  -- What `Ctrl+X Ctrl+O` asks for; its menu needs a terminal.
  vim.fn.cursor(vim.fn.search('helper_imgae'), 11)
  local answers = vim.lsp.buf_request_sync(0, 'textDocument/completion', vim.lsp.util.make_position_params(), 30000)
  local _, answer = next(answers)
  local items = answer.result.items or answer.result
  result.completion = vim.tbl_map(function(item) return item.label end, items)

  vim.ui.select = function(actions, options, choose)
    result.actions = vim.tbl_map(options.format_item, actions)
    choose(actions[1], 1)
  end
  vim.fn.feedkeys('gra', 'x')
  wait_for('the fix', function() return table.concat(lines()):find('helper_image', 1, true) ~= nil end)
  result.fixed = lines()
  wait_for('the end of the diagnostic', function() return #vim.diagnostic.get(0) == 0 end)

  vim.cmd('edit! values.yaml')
  wait_for('a diagnostic in YAML', function() return #vim.diagnostic.get(0) > 0 end)
  result.yaml = diagnostics()
end

local done, message = pcall(check)
if not done then result.error = message end
vim.fn.writefile({ vim.json and vim.json.encode(result) or vim.fn.json_encode(result) }, vim.env.RESULT)
vim.cmd('qall!')
