-- Talks with `vault lsp` as Neovim does. Run by tests/editor/run.sh, which gives VAULT (the program) and NOTES (a copy of the example).
local failures = 0

local function expect(what, is_fine)
  io.write((is_fine and 'ok    ' or 'FAILED ') .. what .. '\n')
  if not is_fine then
    failures = failures + 1
  end
end

local notes = os.getenv('NOTES')
local round = notes .. '/Rounds/2026-03-11 Lyrebird Pianos.md'
vim.cmd('edit ' .. vim.fn.fnameescape(round))
local buffer = vim.api.nvim_get_current_buf()
local client = vim.lsp.start_client({
  name = 'vault',
  cmd = { os.getenv('VAULT'), 'lsp', '--today', '2026-03-12' },
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
  elseif method == 'textDocument/inlayHint' then
    params.range = { start = { line = 0, character = 0 }, ['end'] = params.position }
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
expect('a link leads to its note', place and vim.uri_to_fname(place.uri) == notes .. '/Companies/Lyrebird Pianos.md')

local day = line_of('hear_by: 2026-03-18')
local hints = {}
for _, hint in ipairs(ask('textDocument/inlayHint', vim.api.nvim_buf_line_count(buffer), 0) or {}) do
  hints[hint.position.line] = (hints[hint.position.line] or '') .. ' ' .. hint.label
end
expect('a date has its weekday beside it', (hints[day] or ''):find('Wednesday', 1, true) ~= nil)
expect('and the day on which something is due', (hints[day] or ''):find('due Thursday 19 March', 1, true) ~= nil)

-- Another note, with the mistake that the example has on purpose.
vim.cmd('edit ' .. vim.fn.fnameescape(notes .. '/Contacts/Fergus Ballantine.md'))
buffer = vim.api.nvim_get_current_buf()
vim.lsp.buf_attach_client(buffer, client)
vim.wait(5000, function() return codes()['note/link'] ~= nil end, 20)
local wrong = line_of('Ione Braithwaite')
local link = codes()['note/link']
expect('a link that leads nowhere is underlined', link ~= nil and link.lnum == wrong)
expect('with the name that was meant', link ~= nil and link.message:find('Ione Brathwaite', 1, true) ~= nil)

vim.lsp.stop_client(client)
vim.wait(3000, function() return vim.lsp.client_is_stopped(client) end, 20)
expect('it ends when it is told to', vim.lsp.client_is_stopped(client))
vim.cmd(failures == 0 and 'qall!' or 'cquit!')
