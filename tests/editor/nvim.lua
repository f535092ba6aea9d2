-- Talks with `vault lsp` as Neovim does. Run by tests/editor/run.sh, which gives VAULT (the program) and NOTES (a vault).
local failures = 0

local function expect(what, is_fine)
  io.write((is_fine and 'ok    ' or 'FAILED ') .. what .. '\n')
  if not is_fine then
    failures = failures + 1
  end
end

local notes = os.getenv('NOTES')
local round = notes .. '/Rounds/2025-03-04 Harbour Glass.md'
vim.cmd('edit ' .. vim.fn.fnameescape(round))
local buffer = vim.api.nvim_get_current_buf()
local client = vim.lsp.start_client({
  name = 'vault',
  cmd = { os.getenv('VAULT'), 'lsp', '--today', '2025-03-06' },
  root_dir = notes,
})
vim.lsp.buf_attach_client(buffer, client)

local function line_of(words)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    if line:find(words, 1, true) then
      return number - 1, line
    end
  end
end

local function ask(method, line, character)
  local params = {
    textDocument = { uri = vim.uri_from_bufnr(buffer) },
    position = { line = line, character = character },
  }
  if method == 'textDocument/codeAction' then
    params.range = { start = params.position, ['end'] = params.position }
    params.context = { diagnostics = {} }
  end
  local answers = vim.lsp.buf_request_sync(buffer, method, params, 5000) or {}
  return (answers[client] or {}).result
end

local function codes()
  local found = {}
  for _, one in ipairs(vim.diagnostic.get(buffer)) do
    found[one.code or one.user_data.lsp.code] = one
  end
  return found
end

-- A slip, never saved.
local number = line_of('state: held')
vim.api.nvim_buf_set_lines(buffer, number, number + 1, false, { 'stat: held' })
vim.wait(5000, function() return codes()['note/unknown-key'] ~= nil end, 20)
local slip = codes()['note/unknown-key']
expect('a slip is underlined while it is typed', slip ~= nil and slip.lnum == number and slip.col == 0)

local offered = {}
local list = ask('textDocument/completion', number, 4) or { items = {} }
for _, item in ipairs(list.items) do
  offered[item.label] = true
end
expect('the key is completed', offered['state'] and not offered['company'])

for _, action in ipairs(ask('textDocument/codeAction', number, 0) or {}) do
  if action.title == 'Write `state` for `stat`' then
    vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
  end
end
expect('an action mends it', vim.api.nvim_buf_get_lines(buffer, number, number + 1, false)[1] == 'state: held')
vim.wait(5000, function() return codes()['note/unknown-key'] == nil end, 20)
expect('and it is gone', codes()['note/unknown-key'] == nil)

local hover = ask('textDocument/hover', number, 2)
expect('a key is explained', hover and hover.contents.value:find('whether it took place', 1, true) ~= nil)

local company, text = line_of('company:')
local place = ask('textDocument/definition', company, text:find('[[', 1, true) + 2)
expect('a link leads to its note', place and vim.uri_to_fname(place.uri) == notes .. '/Companies/Harbour Glass.md')

vim.lsp.stop_client(client)
vim.wait(3000, function() return vim.lsp.client_is_stopped(client) end, 20)
expect('it ends when it is told to', vim.lsp.client_is_stopped(client))
vim.cmd(failures == 0 and 'qall!' or 'cquit!')
